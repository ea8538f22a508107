import type { ClaimRow } from '../../../src/inspect/model.js'
import { cut, dateWords, UNTOLD } from '../words.js'
import { Marked } from './Marked.js'
import { Name, Plain } from './Name.js'
import { Place } from './Place.js'
import { Qualifiers } from './Tags.js'
import { Sure } from './Sure.js'

/** A claim outside its table: on whose word, what, where. */
export function ClaimItem({ claim, q = '', speaker = true }: { readonly claim: ClaimRow; readonly q?: string; readonly speaker?: boolean }) {
  return (
    <article class="claim">
      {speaker && <p class="statement-by"><Speaker of={claim} /></p>}
      <p class="claim-text"><Marked text={cut(claim.text, 600)} q={q} /></p>
      <p class="claim-tags">
        <Qualifiers claim={claim} /> {claim.time !== null && <span class="tag">{dateWords(claim.time)}</span>} <Sure value={claim.confidence} />
      </p>
      <p class="statement-foot"><Place at={claim} /></p>
    </article>
  )
}

/** On whose word: a name, how the text calls somebody without one, or the article's own; and whether that is doubtful. */
export function Speaker({ of }: { readonly of: Pick<ClaimRow, 'speaker' | 'as' | 'untold'> }) {
  return <><Whose of={of} />{of.untold !== null && <> <span class="tag">{UNTOLD[of.untold]}</span></>}</>
}

function Whose({ of: { speaker, as } }: { readonly of: Pick<ClaimRow, 'speaker' | 'as'> }) {
  if (speaker === 'article') return <span class="own">the article itself</span>
  if (speaker === null && as !== null) return <Plain text={as} length={100} />
  return <Name of={speaker} otherwise="somebody not named" />
}
