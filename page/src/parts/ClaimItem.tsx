import type { ClaimRow } from '../../../src/inspect/model.js'
import { cut, dateWords } from '../words.js'
import { Marked } from './Marked.js'
import { Name } from './Name.js'
import { Place } from './Place.js'
import { Polarity } from './Tags.js'
import { Sure } from './Sure.js'

/** A claim outside its table: on whose word, what, where. */
export function ClaimItem({ claim, q = '', speaker = true }: { readonly claim: ClaimRow; readonly q?: string; readonly speaker?: boolean }) {
  return (
    <article class="claim">
      {speaker && <p class="statement-head"><Speaker of={claim.speaker} /></p>}
      <p class="claim-text"><Marked text={cut(claim.text, 600)} q={q} /></p>
      <p class="claim-tags">
        <Polarity of={claim.polarity} /> <span class="tag">{claim.certainty}</span>{' '}
        {claim.time !== null && <span class="tag">{dateWords(claim.time)}</span>} <Sure value={claim.confidence} />
      </p>
      <p class="statement-foot"><Place at={claim} /></p>
    </article>
  )
}

export function Speaker({ of }: { readonly of: ClaimRow['speaker'] }) {
  if (of === 'article') return <span>the article itself</span>
  return <Name of={of} otherwise="somebody not named" />
}
