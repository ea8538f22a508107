import type { Span } from '../model.js'
import { encodedPath } from '../store/index.js'
import type { ArticleRecord } from '../tables/index.js'
import { addressOf } from './address.js'
import { codePointsOf } from './code-points.js'
import type { Format } from './model.js'

/** W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a page of annotations an article. Each target has a position (in code points of the article as read)
 *  and the words with what stands round them, so that it can be found again in another copy. */
export const webAnnotation: Format = {
  about: 'W3C Web Annotation as JSON-LD, a page an article: position and quote selectors',
  open: (files, { base }) => ({
    article: (record) => files.write(`${encodedPath(record.article.path)}.jsonld`, `${JSON.stringify(pageOf(record, base), null, 1)}\n`),
    corpus() {},
    end() {}
  })
}

/** Units of text before and after that are given with the words. */
const ROUND = 32

function pageOf(record: ArticleRecord, base: string): object {
  const { article, tokens, speakers, entities, claims, idOf, nameOf, speakerOf } = record
  const source = addressOf(base, article.path)
  const pointOf = codePointsOf(tokens.text)
  const target = ({ start, end, text }: Span) => ({
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextPositionSelector', start: pointOf(start), end: pointOf(end) },
      { type: 'TextQuoteSelector', exact: text, prefix: whole(tokens.text.slice(Math.max(0, start - ROUND), start)), suffix: whole(tokens.text.slice(end, end + ROUND)) }
    ]
  })
  const body = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value })
  const annotation = (id: string, motivation: string, bodies: readonly object[], spans: readonly Span[]) => ({ id: `${source}#${id}`, type: 'Annotation', motivation, body: bodies, target: spans.map(target) })

  const said = speakers.attributions.map(({ id, type, kind, polarity, content, speaker, rule }) => {
    const entity = speakerOf(id)
    const by = entity === null ? body('describing', `nobody named: ${speaker.why}`) : { type: 'SpecificResource', purpose: 'identifying', source: addressOf(base, `entity/${entity}`) }
    const name = nameOf(entity) ?? speaker.span?.text
    return annotation(id, 'identifying', [by, ...(name === undefined ? [] : [body('tagging', name)]), body('classifying', polarity === 'denied' ? `${type}, denied` : type), body('classifying', kind), body('commenting', `rule: ${rule}`)], content)
  })
  const named = entities.entities.flatMap(({ id, kind, mentions }) => {
    const entity = idOf(id)
    if (entity === null) return []
    const bodies = [{ type: 'SpecificResource', purpose: 'identifying', source: addressOf(base, `entity/${entity}`) }, body('tagging', nameOf(entity) ?? entity), body('classifying', kind)]
    return mentions.map((mention) => annotation(`${id}@${mention.start}`, 'identifying', bodies, [mention]))
  })
  const claimed = claims.claims.map(({ id, text, sentence, polarity, certainty }) => annotation(id, 'describing', [body('describing', text), body('classifying', `${polarity}, ${certainty}`)], [sentence]))
  return { '@context': 'http://www.w3.org/ns/anno.jsonld', id: `${source}#annotations`, type: 'AnnotationPage', items: [...said, ...named, ...claimed] }
}

/** Without the half of a surrogate pair that the cut has left at an end. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
