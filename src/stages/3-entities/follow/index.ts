import type { Speakers } from '../../../model.js'
import { genderOfPronoun } from '../../2-speakers/mentions.js'
import type { Draft } from '../join/draft.js'
import { joinNamesakes } from '../join/namesakes.js'
import type { Meeting } from '../join/gatherings.js'
import type { Scene } from '../scene.js'
import { followFirstPerson } from './first-person.js'
import { followNouns } from './nouns.js'
import { followPronouns } from './pronouns.js'
import { followRoles } from './roles.js'
import { followThings } from './things.js'
import { voicesOf } from './voices.js'

/** Adds the mentions that are no names: "he", "the Russian president", "the disputed islands", "I" in a quotation.
 *  What the speakers layer decided of a source is taken over as it is. Gives the drafts that are left: two may turn out to be one. */
export function follow(scene: Scene, speakers: Speakers, drafts: readonly Draft[], meetings: readonly Meeting[]): Draft[] {
  const voices = voicesOf(scene, speakers, drafts)
  followRoles(scene, voices, drafts)
  followFirstPerson(scene, speakers, voices, drafts)
  const genders = followPronouns(scene, voices, drafts)
  followNouns(scene, drafts, meetings)
  followThings(scene, voices, drafts)
  return joinNamesakes(drafts, genders, (index) => genderOfPronoun(index, voices.scene))
}
