import { createRequire } from 'node:module'
import type nlp from 'compromise'

const load = createRequire(import.meta.url)
let compromise: typeof nlp | undefined

/** compromise, loaded when it is first asked something, and once for all stages. `require` gives its one large file, `import` some three hundred small ones,
 *  which take twice as long. */
const loaded = (): typeof nlp => (compromise ??= load('compromise') as typeof nlp)

type Tags = Readonly<Record<string, string | readonly string[]>>

/** What its lexicon says of a word: "MaleName", "LastName" … Only that is asked of names: its own reading of them takes 15 ms each, and drops words of some. */
export const nameTagsOf = (word: string): string => String((loaded().model() as unknown as { readonly one: { readonly lexicon: Tags } }).one.lexicon[word.toLowerCase()] ?? '')

/** The verbs of a phrase as compromise reads them. */
export const verbsIn = (phrase: string): { verb?: { infinitive?: string; grammar?: { tense?: string } } }[] => loaded()(phrase).verbs().json() as ReturnType<typeof verbsIn>
