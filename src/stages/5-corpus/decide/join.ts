import { reasonOf, type Alias, type Decision, type Different, type Entry, type Same } from '../../../decisions/index.js'
import type { EntityKind } from '../../../model.js'
import { mostFrequent } from '../most-frequent.js'
import type { Cluster } from '../join.js'
import type { Apart, Joined, Member } from '../model.js'
import { fold } from '../names.js'
import { order } from '../order.js'
import { referencesTo, type Meant } from './references.js'

/** What became of a decision: what it did, or why it could do nothing. */
export type Outcome = { readonly did: string } | { readonly problem: string }

/** A cluster with what the user has made of it. */
export interface DecidedCluster extends Cluster {
  /** The name and the kind that the user's choice gives it; null: those of its members. */
  readonly lead: { readonly kind: EntityKind; readonly name: string } | null
  readonly aliases: readonly string[]
  readonly decided: readonly string[]
}

export interface DecidedClusters {
  readonly clusters: readonly DecidedCluster[]
  readonly outcomes: ReadonlyMap<Entry, Outcome>
  /** Ids of those that are left out, sorted. */
  readonly ignored: readonly string[]
  /** The registry's id for a name in a decision. */
  readonly idOf: (name: string) => { readonly id: string } | { readonly problem: string }
}

/** A group of members on its way; of two joined ones the first remains. */
interface Unit {
  readonly id: string
  members: readonly Member[]
  joined: readonly Joined[]
  apart: readonly Apart[]
  lead: DecidedCluster['lead']
  readonly aliases: Set<string>
  readonly decided: string[]
  ignored: boolean
  /** The unit that this one has gone into. */
  into: Unit | null
}

/** Applies what the user says of who is who: first what parts, then what is left out, then what joins. What parts wins over what joins; beyond that the order of
 *  the decisions decides only which of two that contradict one another cannot be applied. */
export function decideJoins(clusters: readonly Cluster[], entries: readonly Entry[]): DecidedClusters {
  const lookUp = referencesTo(clusters)
  const table = unitsOf(clusters)
  const outcomes = new Map<Entry, Outcome>()
  const apply = <D extends Decision>(is: (decision: Decision) => decision is D, act: (decision: D, entry: Entry) => Outcome) => {
    for (const entry of entries) if (is(entry.decision)) outcomes.set(entry, act(entry.decision, entry))
  }
  const kept: KeptApart[] = []
  apply(isJoinIgnored, (decision) => undoJoin(decision.ignore.join, reasonOf(decision), lookUp, table))
  apply(isDifferent, (decision, entry) => keepApart(decision, entry, lookUp, table, kept))
  apply(isEntityIgnored, (decision) => leaveOut(decision.ignore.entity, lookUp, table))
  apply(isSame, (decision) => unite(decision.same, decision, lookUp, table, kept))
  apply(isAlias, (decision) => nameAfter(decision, clusters, lookUp, table, kept))
  const units = table.units.filter(({ into }) => into === null)
  return {
    clusters: units.filter(({ ignored, members }) => !ignored && members.length > 0).map(({ ignored: _, into: __, aliases, ...unit }) => ({ ...unit, aliases: [...aliases].sort() })),
    outcomes,
    ignored: units.filter(({ ignored }) => ignored).map(({ id }) => id).sort(),
    idOf: (name) => {
      const unit = unitFor(lookUp(name), table)
      return 'problem' in unit ? unit : { id: unit.id }
    }
  }
}

const isSame = (decision: Decision): decision is Same => 'same' in decision
const isDifferent = (decision: Decision): decision is Different => 'different' in decision
const isAlias = (decision: Decision): decision is Alias => 'alias' in decision
const isJoinIgnored = (decision: Decision): decision is Decision & { ignore: { join: string } } => 'ignore' in decision && 'join' in decision.ignore
const isEntityIgnored = (decision: Decision): decision is Decision & { ignore: { entity: string } } => 'ignore' in decision && 'entity' in decision.ignore

interface Table {
  readonly units: Unit[]
  readonly ofCluster: Map<Cluster, Unit>
  /** Of members that were taken out of theirs. */
  readonly ofMember: Map<Member, Unit>
}

function unitsOf(clusters: readonly Cluster[]): Table {
  const ofCluster = new Map(clusters.map((cluster) => [cluster, { ...cluster, lead: null, aliases: new Set<string>(), decided: [], ignored: false, into: null } as Unit]))
  return { units: [...ofCluster.values()], ofCluster, ofMember: new Map() }
}

const settled = (unit: Unit): Unit => (unit.into === null ? unit : settled(unit.into))

function unitFor(meant: Meant, { ofCluster, ofMember }: Table): Unit | { readonly problem: string } {
  if ('problem' in meant) return meant
  const unit = (meant.member && ofMember.get(meant.member)) ?? ofCluster.get(meant.cluster)
  if (!unit) return { problem: 'it is not there any more' }
  const found = settled(unit)
  return found.ignored ? { problem: `${found.id} is ignored by another decision` } : found
}

/** Makes one member of a cluster stand on its own, if others are with it. */
function takeOut(cluster: Cluster, member: Member, apart: Apart, table: Table): boolean {
  const unit = table.ofCluster.get(cluster)
  if (!unit || unit.members.length < 2 || table.ofMember.has(member)) return false
  unit.members = unit.members.filter((other) => other !== member)
  const own: Unit = { id: `${member.id}@${member.article}`, members: [member], joined: [], apart: [apart], lead: null, aliases: new Set(), decided: [apart.why], ignored: false, into: null }
  table.units.push(own)
  table.ofMember.set(member, own)
  return true
}

function undoJoin(name: string, why: string, lookUp: (name: string) => Meant, table: Table): Outcome {
  const meant = lookUp(name)
  if ('problem' in meant) return meant
  const { cluster } = meant
  const taken = cluster.members.slice(1).filter((member) => takeOut(cluster, member, { id: cluster.id, why }, table))
  const rest = table.ofCluster.get(cluster)
  const [first] = cluster.members
  if (!rest || !first || taken.length === 0) return { problem: `"${name}" is of one article; there is no join to undo` }
  table.ofMember.set(first, Object.assign(rest, { id: `${first.id}@${first.article}`, joined: [], apart: [], decided: [...rest.decided, why] }))
  return { did: `${cluster.id} stands apart in each of its ${taken.length + 1} articles` }
}

interface KeptApart {
  readonly one: Unit
  readonly other: Unit
  readonly line: number
}

function keepApart(decision: Different, { line }: Entry, lookUp: (name: string) => Meant, table: Table, kept: KeptApart[]): Outcome {
  const meant = decision.different.map((name) => ({ name, found: lookUp(name) }))
  for (const { found } of meant) if ('problem' in found) return found
  const why = reasonOf(decision)
  const taken: string[] = []
  for (const { found } of meant)
    if (!('problem' in found) && found.member && takeOut(found.cluster, found.member, { id: found.cluster.id, why }, table)) taken.push(`${found.member.id}@${found.member.article}`)
  const units = meant.map(({ found }) => unitFor(found, table)).filter((unit): unit is Unit => !('problem' in unit))
  const twice = units.findIndex((unit, index) => units.indexOf(unit) < index)
  if (0 <= twice) return { problem: `"${meant[twice]?.name}" and another are ${units[twice]?.id}; to part what was joined, name one by its article: "person/john-smith@2016/x.txt"` }
  for (const [index, one] of units.entries()) for (const other of units.slice(index + 1)) kept.push({ one, other, line })
  for (const unit of units) if (!unit.decided.includes(why)) unit.decided.push(why)
  return { did: taken.length > 0 ? `${taken.join(', ')} now ${taken.length > 1 ? 'stand' : 'stands'} apart` : 'they stay apart' }
}

function unite(names: readonly string[], decision: Same, lookUp: (name: string) => Meant, table: Table, kept: readonly KeptApart[]): Outcome {
  const units = names.map((name) => unitFor(lookUp(name), table))
  for (const unit of units) if ('problem' in unit) return unit
  const [first, ...others] = units as Unit[]
  if (!first) return { problem: 'nobody is named' }
  return joinAll(first, others, reasonOf(decision), decision.same.join(' is '), kept)
}

/** All or nothing: a decision that contradicts another is not applied by half. */
function joinAll(first: Unit, others: readonly Unit[], why: string, what: string, kept: readonly KeptApart[]): Outcome {
  const all = new Set([first, ...others])
  const against = kept.find(({ one, other }) => all.has(settled(one)) && all.has(settled(other)))
  if (against) return { problem: `${what}: line ${against.line} says that they are different; delete one of the two` }
  const new_ = [...all].filter((unit) => unit !== first)
  if (new_.length === 0) return { did: `nothing: they are ${first.id} anyway` }
  for (const unit of new_) join(first, unit, why)
  return { did: `${new_.map(({ id }) => id).join(', ')} ${new_.length > 1 ? 'are' : 'is'} now ${first.id}` }
}

function join(first: Unit, other: Unit, why: string): void {
  first.lead ??= leadOf(first)
  first.members = [...first.members, ...other.members].sort((a, b) => order(a.article, b.article) || order(a.id, b.id))
  first.joined = [...first.joined, ...other.joined, { rule: 'decision', why: `${other.id}: ${why}` }]
  // It is certain now who it is; whom else it could have been matters no more.
  first.apart = []
  for (const alias of other.aliases) first.aliases.add(alias)
  first.decided.push(...[...other.decided, `${other.id} is this one: ${why}`])
  other.into = first
}

function leadOf({ members }: Unit): DecidedCluster['lead'] {
  const kind = members[0]?.kind
  if (kind === undefined) return null
  const gazetteer = members.map(({ facts }) => facts?.['name']).find((name) => typeof name === 'string')
  return { kind, name: typeof gazetteer === 'string' ? gazetteer : mostFrequent(members.map(({ name }) => name)) }
}

function nameAfter(decision: Alias, clusters: readonly Cluster[], lookUp: (name: string) => Meant, table: Table, kept: readonly KeptApart[]): Outcome {
  const { alias, of } = decision
  const target = unitFor(lookUp(of), table)
  if ('problem' in target) return target
  const wanted = fold(alias)
  const named = clusters.flatMap((cluster) => cluster.members.filter(({ name }) => fold(name) === wanted).map((member) => unitFor({ cluster, member }, table)))
  const units = [...new Set(named)].filter((unit): unit is Unit => !('problem' in unit))
  if (units.length === 0) {
    const near = lookUp(alias)
    return 'problem' in near ? { problem: near.problem } : { did: `nothing: "${alias}" stands alone in no article` }
  }
  const outcome = joinAll(target, units, reasonOf(decision), `"${alias}" is ${of}`, kept)
  if ('did' in outcome) target.aliases.add(alias)
  return outcome
}

function leaveOut(name: string, lookUp: (name: string) => Meant, table: Table): Outcome {
  const unit = unitFor(lookUp(name), table)
  if ('problem' in unit) return unit
  unit.ignored = true
  return { did: `${unit.id} is left out` }
}
