import type { Claim, Layers, LayerName } from '../model.js'
import { joined } from '../span.js'
import type { Places } from '../store/index.js'
import { untoldAs } from '../told.js'
import { harmless, inColour, inMarkup, LEGEND, nameMarks, speakerMarks, type Drawn } from './draw.js'
import { explain, explainAsJson } from './explain.js'
import { findArticle } from './find-article.js'
import { layerNames } from '../layers.js'
import { qualifiersOf, quoted } from './rows.js'
import { layerOf } from './who.js'

export interface ShowOptions {
  /** One layer instead of the text with speakers and names. */
  readonly layer: LayerName | null
  /** Everything about one attribution, claim or entity. */
  readonly explain: string | null
  /** For a terminal; else markup, which a program can read. */
  readonly colour: boolean
  /** Of `explain`: as JSON. */
  readonly json?: boolean
}

/** All layers of an article, or one, as they are filed. */
export function layersAsJson(article: string, places: Places, layer: LayerName | null): string {
  const path = findArticle(article, places)
  const layers = Object.fromEntries(layerNames.filter((name) => layer === null || name === layer).map((name) => [name, layerOf(places, name, path)]))
  return JSON.stringify(layer === null ? layers : layers[layer], null, 2)
}

/** An article with what was found in it. */
export function show(article: string, places: Places, { layer, explain: id, colour, json }: ShowOptions): string {
  const path = findArticle(article, places)
  const tokens = layerOf(places, 'tokens', path)
  if (layer === 'tokens') return tokenLines(tokens)
  const speakers = layerOf(places, 'speakers', path)
  const entities = layerOf(places, 'entities', path)
  const draw = (marks: readonly Drawn[]) => (colour ? inColour(tokens.text, marks) : marked(tokens.text, marks))
  if (id === null && layer === 'speakers') return `${draw(speakerMarks(speakers))}\n\n${speakerLines(speakers, entities)}`
  if (id === null && layer === 'entities') return `${draw(nameMarks(entities))}\n\n${entityLines(entities)}`
  const claims = layerOf(places, 'claims', path)
  if (id !== null) return (json ? explainAsJson : explain)(id, { tokens, speakers, entities, claims })
  if (layer === 'claims') return claims.claims.map((claim) => claimLine(claim, entities)).join('\n')
  const drawn = draw([...speakerMarks(speakers), ...nameMarks(entities)])
  return colour ? `${drawn}\n\n${LEGEND}\n${speakerLines(speakers, entities)}` : drawn
}

function marked(text: string, marks: readonly Drawn[]): string {
  const { marked, left } = inMarkup(text, marks)
  return left === 0 ? marked : `${marked}\n\n(${left} more that cross one of these: see --layer or the JSON)`
}

function tokenLines({ tokens }: Layers['tokens']): string {
  const rows = tokens.map(({ text, lemma, tag, head, relation, name, role }, index) => [index, harmless(text), lemma, tag, head ?? '–', relation, name, role].join('\t'))
  return ['index\ttext\tlemma\ttag\thead\trelation\tname\trole', ...rows].join('\n')
}

function speakerLines({ attributions }: Layers['speakers'], { speakers }: Layers['entities']): string {
  return attributions
    .map((attribution) => {
      const { id, type, kind, content, speaker } = attribution
      const entity = speakers.find((voice) => voice.attribution === id)?.entity
      const name = entity ?? (speaker.span ? `"${quoted(speaker.span.text, 60)}"` : `nobody: ${speaker.why}`)
      return `${id.padEnd(4)} ${type.padEnd(8)} ${kind.padEnd(9)} ${name}: ${quoted(joined(content), 100)}${untoldAs(attribution) === 'doubtful' ? '  (doubtful)' : ''}`
    })
    .join('\n')
}

const entityLines = ({ entities }: Layers['entities']): string =>
  entities.map(({ id, name, aliases, mentions }) => `${id}: ${[name, ...aliases].join(', ')}; ${mentions.length} mention${mentions.length === 1 ? '' : 's'}`).join('\n')

function claimLine({ id, text, polarity, certainty, time, on }: Claim, { entities }: Layers['entities']): string {
  const voice = on === 'article' ? '' : `on the word of ${entities.find((entity) => entity.id === on.entity)?.name ?? 'somebody not named'}`
  const more = [voice, ...qualifiersOf({ polarity, certainty, time: time.value })].filter(Boolean)
  return `${id.padEnd(4)} ${quoted(text)}${more.length > 0 ? `  (${more.join(', ')})` : ''}`
}
