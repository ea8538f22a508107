import nlp from 'compromise'
import type { Claim } from '../../model.js'

interface VerbPhrase {
  readonly infinitive: string
  readonly tense: Claim['time']['tense']
}

const unknown: VerbPhrase = { infinitive: '', tense: 'none' }
const tenses: Readonly<Record<string, VerbPhrase['tense']>> = { PastTense: 'past', PresentTense: 'present', FutureTense: 'future' }

/** compromise reads some thousand words a second, so it is asked only for single verb forms, and only once for each. The answers depend on nothing but the
 *  string; the cache is emptied when full, so that a long run does not grow. */
const cache = new Map<string, VerbPhrase>()
const most = 20_000

export function verbPhrase(text: string): VerbPhrase {
  const form = text.toLowerCase()
  const known = cache.get(form)
  if (known) return known
  if (most <= cache.size) cache.clear()
  const read = form.length < 40 && /^\p{L}/u.test(form) ? ask(form) : unknown
  cache.set(form, read)
  return read
}

function ask(form: string): VerbPhrase {
  const [found] = nlp(`they ${form}`).verbs().json() as { verb?: { infinitive?: string; grammar?: { tense?: string } } }[]
  return { infinitive: found?.verb?.infinitive ?? '', tense: tenses[found?.verb?.grammar?.tense ?? ''] ?? 'none' }
}
