import type { Gender } from '../../2-speakers/gender.js'
import { genderOfPronoun } from '../../2-speakers/mentions.js'
import { genderOfAddress, genderOfFirstName } from '../address.js'
import type { Draft } from '../join/draft.js'
import type { Scene } from '../scene.js'
import type { Voices } from './voices.js'

/** By address and nouns ("spokeswoman"), else by first name. What the article's pronouns show is added as they are followed. */
export function gendersOf(scene: Scene, { draftOf, scene: voiceScene }: Voices, people: readonly Draft[]): Map<Draft, Gender> {
  const genders = new Map<Draft, Gender>()
  for (const draft of people) {
    const addressed = draft.mentions.map((mention) => genderOfAddress(scene, mention)).find((gender) => gender !== null)
    if (addressed) genders.set(draft, addressed)
  }
  for (const { index, gender } of voiceScene.people) {
    const draft = draftOf.get(index)
    // A surname that could be of two people is of neither's gender.
    if (draft && gender && !genders.has(draft) && !draft.notes.length) genders.set(draft, gender)
  }
  for (const draft of people) {
    const [first, ...rest] = draft.name.split(' ')
    const gender = rest.length && !genders.has(draft) ? genderOfFirstName(scene.lexicon, first ?? '') : null
    if (gender) genders.set(draft, gender)
  }
  return genders
}

/** Nobody is both "he" and "she": of the two the rarer are taken back, or all where neither prevails. What the speakers layer says stays. */
export function settleGender({ scene }: Voices, people: readonly Draft[]): void {
  for (const { mentions } of people) {
    const genders = mentions.map(({ from, form }) => (form === 'name' || form === 'noun' ? null : genderOfPronoun(from, scene)))
    const male = genders.filter((gender) => gender === 'm').length
    const female = genders.filter((gender) => gender === 'f').length
    if (!male || !female) continue
    const wrong = male >= 2 * female ? ['f'] : female >= 2 * male ? ['m'] : ['m', 'f']
    const kept = mentions.filter(({ rule }, index) => !wrong.includes(genders[index] ?? '') || rule.endsWith('layer says'))
    mentions.splice(0, mentions.length, ...kept)
  }
}
