import { sha256 } from '../../../digest.js'
import type { Conflict, ConflictClaim, Conflicts, CorpusClaims, Registry } from '../model.js'
import { inTime, order, twoDecimals } from '../order.js'
import { existence } from './existence.js'
import { noSuch } from './no-such.js'
import { notTrue } from './not-true.js'
import { oneState } from './one-state.js'
import { sameProposition } from './same-proposition.js'
import { sceneOf, type Clash, type ConflictRule, type Statement, type Told } from './statement.js'

export type { Told } from './statement.js'

/** How two claims are held to contradict one another. Each is careful rather than complete: what is shown as a contradiction has to be one. */
export const conflictRules: readonly ConflictRule[] = [sameProposition, existence, noSuch, notTrue, oneState]

/** Below this it is a guess. */
const SURE = 0.5

export function conflictsOf(claims: CorpusClaims, registry: Registry, told: readonly Told[]): Conflicts {
  const scene = sceneOf(claims, registry, told)
  const groups = new Map<string, { rule: ConflictRule; clashes: Clash[] }>()
  for (const rule of conflictRules)
    for (const clash of rule.find(scene)) {
      if (clash.confidence < SURE) continue
      const key = `${clash.key}\n${isChange(clash) ? clash.first.claim.speaker : ''}`
      const group = groups.get(key) ?? { rule, clashes: [] }
      groups.set(key, group)
      group.clashes.push(clash)
    }
  const conflicts = [...groups].flatMap(([key, { rule, clashes }]) => conflictOf(key, rule, clashes) ?? [])
  return { conflicts: conflicts.sort((a, b) => b.confidence - a.confidence || byFirst(a, b) || order(a.id, b.id)) }
}

/** One speaker, in articles of two dates. */
const isChange = ({ first: { claim, published }, second }: Clash): boolean => claim.speaker !== null && claim.speaker !== 'article' && claim.speaker === second.claim.speaker && published !== second.published

function conflictOf(key: string, rule: ConflictRule, clashes: readonly Clash[]): Conflict | null {
  const [best] = [...clashes].sort((a, b) => b.confidence - a.confidence || inTime(placed(a.first), placed(b.first)) || inTime(placed(a.second), placed(b.second)))
  if (!best) return null
  const changed = isChange(best)
  return {
    id: `conflict/${sha256(key).slice(0, 12)}`,
    kind: changed ? 'changed' : rule.kind,
    proposition: best.proposition,
    about: [...new Set(clashes.flatMap(({ about }) => about))].sort(),
    why: [...best.why, ...(changed ? ['one speaker, at two dates'] : [])],
    confidence: twoDecimals(Math.min(0.99, best.confidence)),
    affirmed: claimsOf(clashes.map(({ first }) => first)),
    denied: claimsOf(clashes.map(({ second }) => second))
  }
}

const claimsOf = (statements: readonly Statement[]): ConflictClaim[] => [...new Set(statements)].map(placed).sort((a, b) => inTime(a, b) || order(a.id, b.id))

const placed = ({ article, published, claim: { id, start, end, claim, speaker, attribution, time } }: Statement): ConflictClaim => ({ article, published, id, start, end, claim, speaker, attribution, time })

function byFirst(a: Conflict, b: Conflict): number {
  const [one, other] = [a.affirmed[0], b.affirmed[0]]
  return one && other ? inTime(one, other) : 0
}
