import type { StatementView } from '../../../src/inspect/model.js'
import { cut, TYPE } from '../words.js'
import type { Voice } from './voices.js'

/** Initials at the beginning of what somebody says: the handle of the statement for the keyboard. Full for direct speech, hollow for reported. */
export function Chip({ voice, statement, first }: { readonly voice: Voice; readonly statement: StatementView; readonly first: boolean }) {
  const label = `${voice.initials}: ${cut(voice.name, 80)}, ${TYPE[statement.type]}${statement.polarity === 'denied' ? ', denied' : ''}: ${cut(statement.content[0]?.text ?? '', 60)}`
  return (
    <button type="button" class={`chip ${colourClass(voice)} ${statement.type}`} data-statement={statement.id} tabIndex={first ? 0 : -1} aria-label={label} aria-controls="panel">
      <span aria-hidden="true">{voice.initials}</span>
    </button>
  )
}

/** Where the same statement goes on after a break. */
export function Continued({ voice, type }: { readonly voice: Voice; readonly type: StatementView['type'] }) {
  return <span class={`chip again ${colourClass(voice)} ${type}`} aria-hidden="true">{voice.initials}</span>
}

export const colourClass = ({ colour }: Pick<Voice, 'colour'>): string => (colour === null ? 'nobody' : `s${colour}`)
