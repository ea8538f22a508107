import type { StatementView } from '../../../src/inspect/model.js'
import { ATTITUDE, cut, saidAs, UNTOLD } from '../words.js'
import type { Voice } from './voices.js'

/** Initials at the beginning of what somebody says: the handle of the statement for the keyboard. Full for direct speech, hollow for reported; what is only thought
 *  or wanted, or not told of anybody, says so. */
export function Chip({ voice, statement, first }: { readonly voice: Voice; readonly statement: StatementView; readonly first: boolean }) {
  const { id, untold, polarity, content } = statement
  const said = `${saidAs(statement)}${untold === 'doubtful' ? `, ${UNTOLD.doubtful}` : ''}${polarity === 'denied' ? ', denied' : ''}`
  const word = wordOf(statement)
  const shown = word === null ? voice.initials : `${voice.initials} ${word}`
  return (
    <button type="button" class={`chip ${colourClass(voice)} ${lookOf(statement)}`} data-statement={id} tabIndex={first ? 0 : -1} aria-label={`${shown}: ${cut(voice.name, 80)}, ${said}: ${cut(content[0]?.text ?? '', 60)}`} aria-controls="panel">
      <span aria-hidden="true">{voice.initials}{word !== null && <span class="chip-word"> {word}</span>}</span>
    </button>
  )
}

/** Where the same statement goes on after a break. */
export function Continued({ voice, statement }: { readonly voice: Voice; readonly statement: StatementView }) {
  return <span class={`chip again ${colourClass(voice)} ${lookOf(statement)}`} aria-hidden="true">{voice.initials}</span>
}

/** Classes of the chip and of the words. */
export const lookOf = ({ type, kind, untold }: Pick<StatementView, 'type' | 'kind' | 'untold'>): string => [type, kind === 'attitude' && 'attitude', untold !== null && 'untold'].filter(Boolean).join(' ')

const wordOf = ({ kind, untold }: StatementView): string | null => (untold !== null ? UNTOLD[untold] : kind === 'attitude' ? ATTITUDE : null)

export const colourClass = ({ colour }: Pick<Voice, 'colour'>): string => (colour === null ? 'nobody' : `s${colour}`)
