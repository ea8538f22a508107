import { byWord } from './kind-by-word.js'
import { isMark, wordsAt, type KindRule } from './kind-report.js'
import { unsaidRules } from './kind-unsaid.js'

const noCue: KindRule = {
  name: 'no-cue',
  example: '[content “Taxes will fall.”] – [source Jane Doe]',
  is: 'statement',
  kindOf: ({ cue }) => (cue ? null : 'statement')
}

const heading: KindRule = {
  name: 'heading',
  example: '[source Jane Doe][cue :] [content Taxes\n\nOne plan has made it into the budget of Westbrook.] Others wait.',
  is: 'other',
  // A heading, and the writer's own text below it.
  kindOf(report) {
    const { content: [first], tree } = report
    if (!isMark(report) || !first || !report.source || /^["“„«]/.test(tree.text.slice(first.start, first.start + 1))) return null
    const words = tree.text.slice(first.start, Math.min(first.end, first.start + 300))
    // Or the writer's own text behind it on the same line, which speaks of the name.
    const name = wordsAt(report.source, tree).split(/\s/).at(-1) ?? ''
    const ofHim = 3 < name.length && /^\p{Lu}/u.test(name) && 120 < words.length && words.includes(name) && !/\b(I|my|me|we|our)\b/.test(words)
    return ofHim || /^[^\n.!?]{1,120}\n\s*\S/.test(words) ? 'other' : null
  }
}

const colon: KindRule = {
  name: 'colon',
  example: '[source Jane Doe][cue :] [content Taxes Will Fall]',
  is: 'statement',
  kindOf: (report) => (isMark(report) ? (report.source || report.forms.has('quoted') ? 'statement' : 'other') : null)
}

/** The first that speaks decides. Nothing has a name of its own for "no report": the last rule says so of all that is left. */
export const kindRules: readonly KindRule[] = [noCue, heading, colon, ...unsaidRules, ...byWord]
