/** The user's own decisions, `corpus/hearsay.json`: read, checked, added to. What they do is done in stage 5 (`src/stages/5-corpus/decide`). */
export { ignoringFiles, type IgnoredFile } from './ignore-files.js'
export { withDecision } from './insert.js'
export type * from './model.js'
export { fileName, parseDecisions, problemOf, type Entry } from './parse.js'
export { reasonOf } from './reason.js'
export { withoutDecision } from './remove.js'
