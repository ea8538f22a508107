import type { Lexicon } from '../../../data/lexicon.js'
import { perLexicon } from '../../../data/lexicon.js'
import type { Gender } from '../../2-speakers/gender.js'
import type { Draft } from '../join/draft.js'
import { lower, sentenceAt, type Scene } from '../scene.js'

interface Kin {
  readonly gender: Gender | null
  readonly kind: string
  readonly inverse: string
}

export const kinNouns = perLexicon((lexicon: Lexicon): ReadonlyMap<string, Kin> =>
  new Map(lexicon.table('kin').map((row) => [row['noun'] ?? '', { gender: (row['gender'] || null) as Gender | null, kind: row['class'] ?? '', inverse: row['inverse'] ?? '' }]))
)

/** "his sister Clara Moreno", "her brother": who is what to whom, as far as the article says it beside a name. */
export interface Family {
  /** The noun of kin behind a possessive, at most three words on, with the name beside it, if there is one. */
  nounAfter(possessive: number): { readonly noun: number; readonly name: Draft | null } | null
  /** "His sister Clara Moreno": she is his sister, and he is her sibling. */
  note(whose: Draft, noun: number, name: Draft): void
  /** "Her brother": the only one known to be that. */
  find(whose: Draft, noun: number): Draft | null
}

interface Tie {
  readonly whose: Draft
  readonly kind: string
  readonly who: Draft
}

export function familyOf(
  scene: Scene,
  nameAt: ReadonlyMap<number, Draft>,
  genders: ReadonlyMap<Draft, Gender>,
  namesakes: readonly (readonly [Draft, Draft])[]
): Family {
  const { tokens } = scene.tree
  const nouns = kinNouns(scene.lexicon)
  // Mr. and Mrs. of one surname, of whom the article has no more, are taken for husband and wife.
  const ties: Tie[] = namesakes.flatMap(([a, b]) => [{ whose: a, kind: 'spouse', who: b }, { whose: b, kind: 'spouse', who: a }])
  return {
    nounAfter(possessive) {
      const end = Math.min(sentenceAt(scene, possessive).to, possessive + 4)
      for (let noun = possessive + 1; noun < end; noun++) {
        if (nouns.has(lower(scene, noun))) return { noun, name: nameAt.get(tokens[noun + 1]?.text === ',' ? noun + 2 : noun + 1) ?? null }
        if (!/^(?:JJ|CD|HYPH|NN|VBN)/.test(tokens[noun]?.tag ?? '')) return null
      }
      return null
    },
    note(whose, noun, who) {
      const kin = nouns.get(lower(scene, noun))
      if (!kin || whose === who) return
      ties.push({ whose, kind: kin.kind, who }, { whose: who, kind: kin.inverse, who: whose })
    },
    find(whose, noun) {
      const kin = nouns.get(lower(scene, noun))
      const isOfGender = (who: Draft) => !kin?.gender || (genders.get(who) ?? kin.gender) === kin.gender
      const fit = new Set(ties.filter((tie) => tie.whose === whose && tie.kind === kin?.kind && isOfGender(tie.who)).map(({ who }) => who))
      const [only] = fit
      return fit.size === 1 && only ? only : null
    }
  }
}
