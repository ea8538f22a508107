import type { Attribution, Entity, Mark } from '../model.js'
import { wordsIn } from '../span.js'
import type { ArticleRecord, CorpusRecord } from '../tables/index.js'
import { addressOf } from './address.js'
import type { Format } from './model.js'

/** schema.org (https://schema.org/Quotation, https://schema.org/Claim) as one JSON-LD graph. What is paraphrased is no `Quotation`; what it says is among the claims. */
export const schemaOrg: Format = {
  about: 'schema.org Quotation and Claim as one JSON-LD graph, with articles and entities',
  open(files, { base }) {
    const file = files.open('schemaorg.jsonld')
    let first = true
    file.write('{\n"@context": { "@vocab": "https://schema.org/" },\n"@graph": [')
    const add = (node: object) => {
      file.write(`${first ? '' : ','}\n${JSON.stringify(node)}`)
      first = false
    }
    return {
      article: (record) => nodesOf(record, base).forEach(add),
      corpus: (record) => entitiesOf(record, base).forEach(add),
      end: () => file.write('\n]\n}\n')
    }
  }
}

function nodesOf({ article, speakers, claims, speakerOf, idOf }: ArticleRecord, base: string): object[] {
  const id = addressOf(base, article.path)
  const byEntity = (entity: string | null) => (entity === null ? {} : { '@id': addressOf(base, `entity/${entity}`) })
  const within = { '@id': id }
  const head = present({ '@id': id, '@type': 'NewsArticle', headline: wordsIn(article.title), datePublished: article.published, author: wordsIn(article.byline), publisher: wordsIn(article.source), inLanguage: article.language })
  const quotations = speakers.attributions
    .filter(({ type }) => type !== 'indirect')
    .map((attribution) => {
      const entity = speakerOf(attribution.id)
      const speaker = entity === null ? attribution.speaker.span?.text : byEntity(entity)
      const notes = [attribution.kind === 'statement' ? null : attribution.kind, attribution.polarity === 'denied' ? 'denied' : null].filter((note) => note !== null)
      return present({ '@id': `${id}#${attribution.id}`, '@type': 'Quotation', text: quotedIn(attribution, speakers.marks), spokenByCharacter: speaker, isPartOf: within, description: notes.length === 0 ? null : notes.join('; ') })
    })
  const claimed = claims.claims.map(({ id: claim, text, on, polarity, certainty, about }) => {
    const entity = on === 'article' ? null : on.attribution === null ? idOf(on.entity) : speakerOf(on.attribution)
    const author = on === 'article' ? within : entity === null ? undefined : byEntity(entity)
    const word = on === 'article' ? "on the article's own word" : entity === null ? 'on the word of somebody not named' : null
    const notes = [word, polarity === 'negative' ? 'negative' : null, certainty === 'stated' ? null : certainty].filter((note) => note !== null)
    const entities = about.flatMap((local) => idOf(local) ?? []).map(byEntity)
    return present({ '@id': `${id}#${claim}`, '@type': 'Claim', text, claimInterpreter: author, appearance: within, about: entities.length === 0 ? null : entities, description: notes.length === 0 ? null : notes.join('; ') })
  })
  return [head, ...quotations, ...claimed]
}

const TYPES: Readonly<Record<Entity['kind'], string>> = {
  person: 'Person',
  island: 'Place',
  summit: 'Event',
  country: 'Country',
  place: 'Place',
  organization: 'Organization',
  agreement: 'CreativeWork',
  people: 'Thing'
}

function entitiesOf({ entities }: CorpusRecord, base: string): object[] {
  return entities.map(({ id, kind, name, aliases, facts }) => {
    const place = facts?.['coordinates']
    const geo = typeof place === 'object' && place !== null && !Array.isArray(place) ? { '@type': 'GeoCoordinates', ...place } : null
    return present({ '@id': addressOf(base, `entity/${id}`), '@type': TYPES[kind], name, alternateName: aliases.length === 0 ? null : aliases, geo })
  })
}

/** What stands between its marks: only that is quoted. */
function quotedIn({ content }: Attribution, marks: readonly Mark[]): string {
  const quoted = marks.filter(({ use, level, inside }) => use === 'speech' && level === 0 && content.some(({ start, end }) => start <= inside.start && inside.end <= end))
  return (quoted.length > 0 ? quoted.map(({ inside }) => inside) : content).map(({ text }) => text.trim()).join(' … ')
}

const present = (node: Record<string, unknown>): object => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined))
