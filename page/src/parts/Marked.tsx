import { UNBROKEN } from './Name.js'

/** A text with the words of a search marked in it. */
export function Marked({ text, q }: { readonly text: string; readonly q: string }) {
  const words = q.split(/[^\p{L}\p{N}]+/u).filter((word) => 1 < word.length)
  const long = UNBROKEN.test(text) ? 'long' : undefined
  if (words.length === 0) return <bdi class={long}>{text}</bdi>
  const parts = text.split(new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu'))
  return <bdi class={long}>{parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</bdi>
}
