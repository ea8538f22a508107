import type { Facts } from '../../model.js'
import type { Member } from './model.js'
import { nameParts } from './names.js'

/** What entities of several articles must have in common to be one. The first rule that applies decides. */
export interface Rule {
  readonly name: string
  readonly example: string
  applies(member: Member): boolean
  /** The id that the joined ones get, or why this one cannot be joined. `id` is the member's own, without the number of a double. */
  key(member: Member, id: string): { readonly id: string } | { readonly why: string }
  why(member: Member | undefined, articles: number): string
}

export const rules: readonly Rule[] = [
  {
    name: 'full-name',
    example: '"Vladimir Putin" here and "Vladimir Putin" there; neither "Putin" nor "V. Putin"',
    applies: ({ kind }) => kind === 'person',
    key: ({ name }, id) => (isFullName(name) ? { id } : { why: `its article gives only "${name}"` }),
    why: (member, articles) => `the full name "${member?.name}" in ${articles} articles`
  },
  {
    name: 'same-meeting',
    example: 'the APEC summit in Lima of 2016 here and there; not the one of 2008, nor one without a year',
    applies: ({ kind, facts }) => kind === 'summit' && facts?.['level'] !== 'series',
    key: ({ facts }, id) => {
      const when = dateOf(facts)
      return when === null ? { why: 'its article does not say when it was' } : { id: `${id}@${when}` }
    },
    why: (member, articles) => `"${member?.name}" of ${dateOf(member?.facts ?? null)} in ${articles} articles`
  },
  {
    name: 'same-id',
    example: 'island/kunashir, whether the article calls it Kunashir or Kunashiri; organization/gazprom',
    applies: () => true,
    key: (_, id) => ({ id }),
    why: (member, articles) => `${member?.id} in ${articles} articles`
  }
]

/** Two parts at least, and the first one more than an initial. */
function isFullName(name: string): boolean {
  const [first = '', ...rest] = nameParts(name)
  return rest.length > 0 && first.length > 1
}

/** A summit of a series comes once a year; of talks and visits there are several: their month is needed. */
function dateOf(facts: Facts | null): string | null {
  const when = typeof facts?.['when'] === 'string' ? facts['when'] : ''
  const [date] = (facts?.['series'] ? /^\d{4}/ : /^\d{4}-\d\d/).exec(when) ?? []
  return date ?? null
}
