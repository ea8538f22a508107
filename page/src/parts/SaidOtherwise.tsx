import type { ConflictView } from '../../../src/inspect/model.js'
import { useAnswer } from '../answer.js'
import { library } from '../library.js'
import { Conflict } from './Conflict.js'

/** Where this person's word stands against somebody's, or against their own at another date. */
export function SaidOtherwise({ id }: { readonly id: string }) {
  const answer = useAnswer('conflicts', () => library.conflicts({ limit: 1000 }))
  if (answer.state !== 'here') return null
  const own = answer.value.rows.filter((conflict) => isOf(conflict, id))
  if (own.length === 0) return null
  return (
    <section aria-labelledby="otherwise">
      <h2 id="otherwise">Said otherwise</h2>
      {own.slice(0, 30).map((conflict) => <Conflict key={conflict.id} conflict={conflict} level={3} />)}
    </section>
  )
}

const isOf = ({ sides }: ConflictView, id: string): boolean => sides.some((side) => side.some(({ speaker }) => speaker !== null && speaker !== 'article' && speaker.id === id))
