import { headWord } from '../../2-speakers/descriptors.js'
import { genderWords } from '../../2-speakers/gender.js'
import { mentionOf } from '../../2-speakers/mentions.js'
import { anchorOf } from '../../2-speakers/scene.js'
import type { Draft, Part } from '../join/draft.js'
import type { Scene } from '../scene.js'
import type { Seen } from './clues.js'
import type { Voices } from './voices.js'

/** Where the article speaks of people, for those who look up what a word of a clause stands for. */
export interface Sight {
  /** By any word of a name or role, by a pronoun, and by the word that stands for a name in its clause. */
  at(index: number): Seen | null
  /** The name or role that begins at a token; or the noun there for somebody without a name. */
  beginsAt(index: number): Seen | null
  add(part: Pick<Part, 'from' | 'to' | 'form'>, who: Draft | null): Seen
}

export function sightOf(scene: Scene, voices: Voices, people: readonly Draft[]): Sight {
  const { tree } = scene
  const at = new Map<number, Seen>()
  const starts = new Map<number, Seen>()
  const sight: Sight = {
    at: (index) => at.get(index) ?? null,
    beginsAt: (index) => starts.get(index) ?? (isNameless(index) ? sight.add({ from: index, to: index + 1, form: 'noun' }, null) : null),
    add(part, who) {
      const { main, aside, quoted, sentence } = mentionOf(part, 0, voices.scene)
      const anchor = anchorOf(part, voices.scene)
      const form = part.form === 'possessive' ? 'pronoun' : part.form
      const seen: Seen = { from: part.from, to: part.to, who, main, aside, quoted, sentence, paragraph: tree.paragraphOf[part.from] ?? 0, form, subject: /^nsubj/.test(tree.tokens[anchor]?.relation ?? '') }
      if (form !== 'pronoun') {
        for (let index = part.from; index < part.to; index++) at.set(index, seen)
        starts.set(part.from, seen)
      }
      at.set(anchor, seen)
      return seen
    }
  }
  for (const draft of people) for (const part of draft.mentions) sight.add(part, draft)
  return sight

  /** "a fisherman", where no mention stands. */
  function isNameless(index: number): boolean {
    const token = tree.tokens[index]
    if (token?.tag !== 'NN' || at.has(index) || !isHuman(headWord(tree, index)) || /^(?:compound|flat|appos|nmod:desc)/.test(token.relation) || voices.draftAt.has(index + 1)) return false
    return !(tree.children[index] ?? []).some((child) => tree.tokens[child]?.relation === 'cop')
  }

  function isHuman(noun: string): boolean {
    return voices.scene.roles.has(noun) || genderWords(scene.lexicon).nouns.has(noun) || /(?:person|woman|man|resident|voter|victim|witness)$/.test(noun)
  }
}
