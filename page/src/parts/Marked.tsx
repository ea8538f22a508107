import { folded, wordsOf } from '../../../src/inspect/fold.js'
import { UNBROKEN } from './Name.js'

/** A text with the words of a search marked in it, where a word begins with them. */
export function Marked({ text, q }: { readonly text: string; readonly q: string }) {
  const words = wordsOf(q).filter((word) => 1 < word.length)
  const long = UNBROKEN.test(text) ? 'long' : undefined
  if (words.length === 0) return <bdi class={long}>{text}</bdi>
  const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gu')
  const found = [...folded(text).matchAll(wanted)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  return (
    <bdi class={long}>
      {found.map(({ start, end }, place) => [text.slice(found[place - 1]?.end ?? 0, start), <mark key={start}>{text.slice(start, end)}</mark>])}
      {text.slice(found.at(-1)?.end ?? 0)}
    </bdi>
  )
}
