import type { ClaimRow, ConflictView } from '../../../src/inspect/model.js'
import { cut, dateWords } from '../words.js'
import { Speaker } from './ClaimItem.js'
import { Place } from './Place.js'
import { Sure } from './Sure.js'

const kinds: Readonly<Record<ConflictView['kind'], string>> = { denied: 'one says so, another denies it', changed: 'one speaker, two dates', contrary: 'both cannot be so' }

/** Of the two sides. */
const words = ['says so', 'denies it']

/** The same proposition on two words, side by side, and why the two are held to be the same. */
export function Conflict({ conflict: { kind, proposition, why, confidence, sides }, level = 2 }: { readonly conflict: ConflictView; readonly level?: 2 | 3 }) {
  const Heading = `h${level}` as 'h2'
  return (
    <article class="conflict">
      <p class="kicker">{kinds[kind] ?? kind}</p>
      <Heading><bdi>{cut(proposition, 400)}</bdi></Heading>
      <div class="sides">
        {sides.map((side, index) => (
          <div class="side" key={index}>
            {side.slice(0, 20).map((claim) => <Side key={`${claim.article} ${claim.claim}`} claim={claim} says={kind === 'contrary' ? null : words[index] ?? null} />)}
          </div>
        ))}
      </div>
      <p class="why"><span class="why-label">{kind === 'contrary' ? 'Why not both:' : 'Why it is the same thing:'}</span> <bdi>{cut(why, 800)}</bdi> <Sure value={confidence} /></p>
    </article>
  )
}

function Side({ claim, says }: { readonly claim: ClaimRow; readonly says: string | null }) {
  return (
    <div class="side-claim">
      <p class="statement-head"><span class="statement-by"><Speaker of={claim} /></span> {says !== null && <span class={claim.polarity === 'negative' ? 'tag strong' : 'tag'}>{says}</span>}{claim.certainty !== 'stated' && <span class="tag">{claim.certainty}</span>}</p>
      <p class="side-sentence"><bdi>{cut(claim.sentence, 1000)}</bdi></p>
      <p class="claim-gist"><bdi>{cut(claim.text, 400)}</bdi>{claim.time !== null && <span class="aside"> {dateWords(claim.time)}</span>}</p>
      <p class="statement-foot"><Place at={claim} /></p>
    </div>
  )
}
