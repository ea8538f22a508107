export { assemble, data, type Corpus, type CorpusWords } from './assemble.js'
export type { Outcome } from './decide/join.js'
export { fold } from './names.js'
export type { ArticleLayers } from './read-article.js'
export { register } from './registry.js'
export type * from './model.js'

/** Raised with every change that can alter a file of `5-corpus`. */
export const version = 2
