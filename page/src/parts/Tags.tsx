import type { Claim } from '../../../src/model.js'

export function Polarity({ of }: { readonly of: Claim['polarity'] }) {
  return <span class={of === 'negative' ? 'tag strong' : 'tag'}>{of}</span>
}

/** What must be read along with a claim; what is positive and stated goes without saying. */
export function Qualifiers({ claim: { polarity, certainty } }: { readonly claim: Pick<Claim, 'polarity' | 'certainty'> }) {
  return (
    <>
      {polarity === 'negative' && <> <Polarity of={polarity} /></>}
      {certainty !== 'stated' && <> <span class="tag">{certainty}</span></>}
    </>
  )
}
