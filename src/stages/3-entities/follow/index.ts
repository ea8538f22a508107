import type { Speakers } from '../../../model.js'
import type { Draft } from '../join/draft.js'
import type { Meeting } from '../join/gatherings.js'
import type { Scene } from '../scene.js'
import { followFirstPerson } from './first-person.js'
import { followNouns } from './nouns.js'
import { followPronouns } from './pronouns.js'
import { followRoles } from './roles.js'
import { followThings } from './things.js'
import { voicesOf } from './voices.js'

/** Adds the mentions that are no names: "he", "the Russian president", "the disputed islands", "I" in a quotation.
 *  What the speakers layer decided of a source is taken over as it is. */
export function follow(scene: Scene, speakers: Speakers, drafts: readonly Draft[], meetings: readonly Meeting[]): void {
  const voices = voicesOf(scene, speakers, drafts)
  followRoles(scene, voices)
  followPronouns(scene, voices)
  followFirstPerson(scene, speakers, voices)
  followNouns(scene, drafts, meetings)
  followThings(scene, voices, drafts)
}
