import type { Claim } from '../../../src/model.js'
import { Qualifiers } from '../parts/Tags.js'
import { cut } from '../words.js'
import { mark, unmark } from './highlight.js'

/** The claims of a block's sentences, in the margin. On hover or focus their parts are marked in the text. */
export function ClaimsBeside({ claims, pick }: { readonly claims: readonly Claim[]; readonly pick: (statement: string) => void }) {
  return (
    <ul class="claims-beside" aria-label="Claims of this paragraph">
      {claims.map((claim) => (
        <li key={claim.id}>
          <button type="button" onMouseEnter={() => show(claim)} onFocus={() => show(claim)} onMouseLeave={hide} onBlur={hide} onClick={() => picked(claim, pick)}>
            <bdi>{cut(claim.text, 260)}</bdi>
            <Qualifiers claim={claim} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function show({ subject, predicate, object }: Claim): void {
  const text = document.getElementById('text')
  if (!text) return
  mark('subject', text, subject?.spans ?? [])
  mark('predicate', text, predicate.spans)
  mark('object', text, object?.spans ?? [])
}

function hide(): void {
  unmark('subject', 'predicate', 'object')
}

/** On somebody's word: that statement is shown. */
function picked({ on }: Claim, pick: (statement: string) => void): void {
  if (on !== 'article' && on.attribution !== null) pick(on.attribution)
}
