import type { Token } from '../../model.js'
import type { Name } from './names.js'

const voting = new Set(['Person', 'Location', 'Organization'])

/** Makes an article's names agree with one another. A word that is a person's last name in full names is that person wherever it stands,
 *  labelled or not; the same words twice are of one kind, the one that the reader is surer of in all. */
export function agreed(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const textOf = ({ from, to }: Pick<Name, 'from' | 'to'>) => tokens.slice(from, to).map(({ text }) => text).join(' ')
  const votes = new Map<string, Map<string, number>>()
  const surnames = new Map<string, number>()
  for (const name of names) {
    const text = textOf(name)
    if (voting.has(name.label)) {
      const own = votes.get(text) ?? new Map<string, number>()
      votes.set(text, own.set(name.label, (own.get(name.label) ?? 0) + name.sure))
    }
    if (name.label === 'Person' && name.to - name.from > 1) {
      const last = tokens[name.to - 1]?.text ?? ''
      if (last.length > 2 && /^\p{Lu}/u.test(last)) surnames.set(last, Math.max(name.sure, surnames.get(last) ?? 0))
    }
  }
  const kept = names.map((name): Name => {
    const text = textOf(name)
    const surname = name.to - name.from === 1 ? surnames.get(text) : undefined
    const own = votes.get(text)
    if (!own || !voting.has(name.label)) return surname !== undefined && name.label !== 'Date' && name.sure < surname && name.label !== 'NORP' ? { ...name, label: 'Person' } : name
    const sums = new Map(own)
    if (surname !== undefined) sums.set('Person', (sums.get('Person') ?? 0) + 1.1 * surname)
    const [best] = [...sums].sort((a, b) => b[1] - a[1])
    return best && best[0] !== name.label ? { ...name, label: best[0] } : name
  })
  return [...kept, ...unseen(tokens, names, surnames)].sort((a, b) => a.from - b.from)
}

/** Last names that the reader passed over. */
function unseen(tokens: readonly Token[], names: readonly Name[], surnames: ReadonlyMap<string, number>): Name[] {
  if (!surnames.size) return []
  const covered = new Uint8Array(tokens.length)
  // In a headline the reader takes "Lind - New Plan" for one name of a thing.
  for (const { from, to, label } of names) if (label !== 'Misc' && label !== 'Product') covered.fill(1, from, to)
  for (const { from, to, label } of names)
    if (label === 'Misc' || label === 'Product') for (let index = from; index < to; index++) if (to - from === 1 || /[\p{L}\p{N}]/u.test(tokens[index + 1]?.text ?? 'x')) covered[index] = 1
  return tokens.flatMap(({ text, tag }, index): Name[] => {
    const sure = covered[index] ? undefined : surnames.get(text)
    // Behind a capital it may be the end of a name that is not known: of another person.
    const free = sure !== undefined && /^NNPS?$/.test(tag) && !/^\p{Lu}[\p{Ll}.]/u.test(tokens[index + 1]?.text ?? '') && !(covered[index - 1] && tokens[index - 1]?.end === (tokens[index]?.start ?? 0) - 1)
    return free ? [{ from: index, to: index + 1, label: 'Person', sure: Math.round(sure * 80) / 100 }] : []
  })
}
