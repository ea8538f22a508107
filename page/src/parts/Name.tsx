import type { Named } from '../../../src/inspect/model.js'
import { entityLink } from '../links.js'
import { cut, dateWords, KIND, NOBODY } from '../words.js'

/** A word that would widen a column of a table beyond the page: it may be broken anywhere. */
export const UNBROKEN = /[^\s-]{26}/

/** Isolated, so that letters written from right to left or a stray override turn nothing around; cut, since names of ten thousand letters exist. */
export function Plain({ text, length = 120 }: { readonly text: string; readonly length?: number }) {
  return <bdi class={UNBROKEN.test(text) ? 'long' : undefined} title={length < text.length ? cut(text, 600) : undefined}>{cut(text, length)}</bdi>
}

export function Name({ of, otherwise = NOBODY }: { readonly of: Named | null; readonly otherwise?: string }) {
  if (of === null) return <span class="null">{otherwise}</span>
  const link = <a class="name" href={entityLink(of.id)} title={KIND[of.kind]?.one}><Plain text={of.name} /></a>
  const which = apartBy(of.id)
  return which === null ? link : <span>{link} <span class="which">(<Plain text={dateWords(which)} length={40} />)</span></span>
}

/** What tells it from others of the same name: "person/putin@2016/tokyo.txt" is that of "tokyo.txt", "summit/apec-summit@2016" that of 2016. */
export function apartBy(id: string): string | null {
  const at = id.indexOf('@')
  return at < 0 ? null : (id.slice(at + 1).split('/').at(-1) ?? null)
}

export function Names({ of, otherwise }: { readonly of: readonly Named[]; readonly otherwise: string }) {
  if (of.length === 0) return <span class="null">{otherwise}</span>
  return (
    <ul class="names">
      {of.map((named) => <li key={named.id}><Name of={named} /></li>)}
    </ul>
  )
}
