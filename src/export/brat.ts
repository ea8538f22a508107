import type { Attribution, Entity, Span } from '../model.js'
import { encodedPath } from '../store/index.js'
import type { ArticleRecord } from '../tables/index.js'
import { codePointsOf } from './code-points.js'
import type { Format } from './model.js'

/** The standoff format of brat (https://brat.nlplab.org/standoff.html): text and `.ann` side by side, offsets in code points. */
export const brat: Format = {
  about: 'standoff for the brat annotation tool: .txt and .ann an article, annotation.conf',
  open: (files) => ({
    article(record) {
      const path = encodedPath(record.article.path)
      files.write(`${path}.txt`, record.tokens.text)
      files.write(`${path}.ann`, annotationsOf(record))
    },
    corpus: () => files.write('annotation.conf', CONFIGURATION),
    end() {}
  })
}

const KINDS: Readonly<Record<Entity['kind'], string>> = {
  person: 'Person',
  island: 'Island',
  summit: 'Summit',
  country: 'Country',
  place: 'Place',
  organization: 'Organization',
  agreement: 'Agreement',
  people: 'People'
}

const CONFIGURATION = `[entities]
Source
Cue
Content
${Object.values(KINDS).join('\n')}

[relations]
By\tArg1:Content, Arg2:Source
Reported\tArg1:Content, Arg2:Cue
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Direct\tArg:Content
Mixed\tArg:Content
Attitude\tArg:Content
Other\tArg:Content
Denied\tArg:Content
`

function annotationsOf(record: ArticleRecord): string {
  const { speakers, entities, tokens, nameOf, idOf, speakerOf } = record
  const pointOf = codePointsOf(tokens.text)
  const lines: string[] = []
  const counts = { T: 0, R: 0, A: 0, '#': 0 }
  const add = (letter: keyof typeof counts, rest: string): string => {
    const id = `${letter}${++counts[letter]}`
    lines.push(`${id}\t${rest}`)
    return id
  }
  const bound = (type: string, spans: readonly Span[]): string | null => {
    const pieces = spans.flatMap(onOneLine)
    if (pieces.length === 0) return null
    return add('T', `${type} ${pieces.map(({ start, end }) => `${pointOf(start)} ${pointOf(end)}`).join(';')}\t${pieces.map(({ text }) => text).join(' ')}`)
  }
  const attribution = ({ id, type, kind, polarity, content, cue, source, speaker }: Attribution) => {
    const said = bound('Content', content)
    if (said === null) return
    const [by, word] = [bound('Source', source), bound('Cue', cue)]
    if (by !== null) add('R', `By Arg1:${said} Arg2:${by}`)
    if (word !== null) add('R', `Reported Arg1:${said} Arg2:${word}`)
    if (type !== 'indirect') add('A', `${type === 'direct' ? 'Direct' : 'Mixed'} ${said}`)
    if (kind !== 'statement') add('A', `${kind === 'attitude' ? 'Attitude' : 'Other'} ${said}`)
    if (polarity === 'denied') add('A', `Denied ${said}`)
    const entity = speakerOf(id)
    add('#', `AnnotatorNotes ${said}\t${id}: ${entity === null ? speaker.why : `${nameOf(entity)} (${entity})`}`.replace(/\s*\n\s*/g, ' '))
  }
  speakers.attributions.forEach(attribution)
  for (const { id, kind, mentions } of entities.entities) {
    const entity = idOf(id)
    if (entity === null) continue
    for (const mention of mentions) {
      const named = bound(KINDS[kind], [mention])
      if (named !== null) add('#', `AnnotatorNotes ${named}\t${entity}`)
    }
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** brat knows no annotation over the end of a line. */
function onOneLine({ start, text }: Span): Span[] {
  return [...text.matchAll(/[^\r\n\u2028\u2029\u0085]+/g)].flatMap(({ index, 0: line }) => {
    const inner = line.trim()
    const from = start + index + line.indexOf(inner)
    return inner === '' ? [] : [{ start: from, end: from + inner.length, text: inner }]
  })
}
