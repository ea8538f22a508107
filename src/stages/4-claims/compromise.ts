import type { Claim } from '../../model.js'
import { remembered } from '../../remembered.js'
import { verbsIn } from '../compromise.js'

interface VerbPhrase {
  readonly infinitive: string
  readonly tense: Claim['time']['tense']
}

const unknown: VerbPhrase = { infinitive: '', tense: 'none' }
const tenses: Readonly<Record<string, VerbPhrase['tense']>> = { PastTense: 'past', PresentTense: 'present', FutureTense: 'future' }

export const verbPhrase = (text: string): VerbPhrase => asked(text.toLowerCase())

/** compromise reads some thousand words a second, so it is asked only for single verb forms, and only once for each. */
const asked = remembered((form): VerbPhrase => {
  if (form.length >= 40 || !/^\p{L}/u.test(form)) return unknown
  const [found] = verbsIn(`they ${form}`)
  return { infinitive: found?.verb?.infinitive ?? '', tense: tenses[found?.verb?.grammar?.tense ?? ''] ?? 'none' }
})
