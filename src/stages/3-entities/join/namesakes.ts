import type { Draft } from './draft.js'
import type { Gender } from '../../2-speakers/gender.js'

/** A surname that could be of two people, a man and a woman, is that of the one whom its "he" or "she" says, once the pronouns are followed:
 *  at least two of them, and all of one gender. The drafts that are left. */
export function joinNamesakes(drafts: readonly Draft[], genders: ReadonlyMap<Draft, Gender>, genderAt: (index: number) => Gender | null): Draft[] {
  const joined = new Set<Draft>()
  const surnameOf = ({ name }: Draft): string => name.split(' ').at(-1)?.toLowerCase() ?? ''
  const people = drafts.filter(({ kind }) => kind === 'person')
  for (const alone of people) {
    if (alone.name.includes(' ')) continue
    const owners = people.filter((other) => other.name.includes(' ') && surnameOf(other) === alone.name.toLowerCase())
    if (owners.length < 2) continue
    const shown = alone.mentions.flatMap(({ from, form }) => (form === 'pronoun' || form === 'possessive' ? [genderAt(from)] : [])).filter((gender) => gender !== null)
    const [gender] = shown
    if (!gender || shown.length < 2 || shown.some((other) => other !== gender) || owners.some((owner) => !genders.has(owner))) continue
    const [only, ...others] = owners.filter((owner) => genders.get(owner) === gender)
    if (!only || others.length) continue
    only.mentions.push(...alone.mentions.map((mention) => (mention.form === 'name' ? { ...mention, rule: 'surname-and-pronouns', confidence: 0.7 } : mention)))
    joined.add(alone)
  }
  return drafts.filter((draft) => !joined.has(draft))
}
