import type { Token } from '../model.js'
import { encodedPath } from '../store/index.js'
import type { ArticleRecord } from '../tables/index.js'
import type { Format } from './model.js'
import { universal } from './universal.js'

/** CoNLL-U (https://universaldependencies.org/format.html): a file an article, heads and relations of the reader network, attribution roles and entities in MISC. */
export const conllu: Format = {
  about: 'a file an article: part of speech, head and relation of every word; roles and entities in MISC',
  open: (files) => ({
    article: (record) => files.write(`${encodedPath(record.article.path)}.conllu`, sentencesOf(record)),
    corpus() {},
    end() {}
  })
}

function sentencesOf(record: ArticleRecord): string {
  const { tokens: layer, article } = record
  const { tokens, text } = layer
  const entities = entityAt(record)
  const lines: string[] = [`# newdoc id = ${article.path.replace(/\s+/g, '_')}`]
  const paragraphs = layer.paragraphs.map(({ start }) => start)
  let [next, paragraph] = [0, 0]
  for (const [number, sentence] of layer.sentences.entries()) {
    const from = next
    while (next < tokens.length && (tokens[next]?.start ?? 0) < sentence.end) next++
    if (from === next) continue
    const first = tokens[from]?.start ?? 0
    const last = tokens[next - 1]?.end ?? first
    while (paragraph < paragraphs.length && (paragraphs[paragraph] ?? 0) <= first) lines.push(`# newpar id = p${++paragraph}`)
    lines.push(`# sent_id = s${number + 1}`, `# text = ${text.slice(first, last).replace(/\s+/g, ' ')}`)
    for (let index = from; index < next; index++) {
      const token = tokens[index]
      if (token) lines.push(wordLine(token, index, from, text, tokens[index + 1], index + 1 === next, entities.get(index)))
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

function wordLine(token: Token, index: number, from: number, text: string, following: Token | undefined, last: boolean, entity: string | undefined): string {
  const { lemma, tag, head, relation, role, name } = token
  const apart = following ? text.slice(token.end, following.start) : ''
  const misc = [
    ...(entity === undefined ? [] : [`Entity=${entity}`]),
    ...(name === 'O' ? [] : [`Name=${name}`]),
    ...(role === 'O' ? [] : [`Role=${role}`]),
    ...(apart === '' && following && !last ? ['SpaceAfter=No'] : [])
  ].sort()
  const headed = head === null ? 0 : head - from + 1
  return [index - from + 1, printed(token.text), printed(lemma), universal(token), tag, '_', headed, head === null ? 'root' : relation, '_', misc.length === 0 ? '_' : misc.join('|')].join('\t')
}

/** No field may be empty or hold a tab. A blank inside a word ("1 000") may stay. */
const printed = (text: string): string => text.replace(/\s+/g, ' ').trim() || '_'

/** By index of its first token: the entities named there by name. */
function entityAt({ tokens: { tokens }, entities, idOf }: ArticleRecord): ReadonlyMap<number, string> {
  const indexOf = new Map(tokens.map(({ start }, index) => [start, index]))
  const found = new Map<number, string>()
  for (const { id, mentions } of entities.entities) {
    const entity = idOf(id)
    for (const { start } of mentions) {
      const index = indexOf.get(start)
      if (entity !== null && index !== undefined && !found.has(index)) found.set(index, entity.replace(/[\s|]/g, '_'))
    }
  }
  return found
}
