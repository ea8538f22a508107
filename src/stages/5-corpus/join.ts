import { evidence } from './evidence.js'
import { middleInitial, pairsByInitial } from './initials.js'
import type { Apart, Joined, Member } from './model.js'
import { fold, nameParts } from './names.js'
import { rules, type Rule } from './rules.js'

/** Members that are the same, and why. */
export interface Cluster {
  readonly id: string
  /** In the order of articles; never empty. */
  readonly members: readonly Member[]
  readonly joined: readonly Joined[]
  readonly apart: readonly Apart[]
}

interface Group {
  readonly id: string
  readonly rule: Rule
  readonly members: Member[]
  readonly joined: Joined[]
}

/** Joins what is certainly the same. First by what two entities have in common, then single surnames on evidence; whoever is left
 *  stands apart, with those that it could have been. The members come in the order of articles and of their ids. */
export function joinEntities(members: readonly Member[]): Cluster[] {
  const { groups: named, alone } = grouped(members)
  const groups = withInitials(named)
  const bySurname = indexed(groups)
  // Against the groups as they are now: what joins one on evidence is no evidence for the next.
  const namesakes = alone.map(({ member }) => bySurname.get(surnameOf(member)) ?? [])
  const settled = alone.map(({ member, why }, index) => ({ member, why, others: namesakes[index] ?? [], found: evidence(member, namesakes[index] ?? []) }))
  const clusters: Cluster[] = []
  for (const { member, why, others, found } of settled) {
    if (found) {
      found.group.members.push(member)
      found.group.joined.push(found.joined)
    } else clusters.push({ id: `${member.id}@${member.article}`, members: [member], joined: [], apart: others.map(({ id }) => ({ id, why })) })
  }
  for (const { id, members: all, joined } of groups) clusters.push({ id, members: all.sort((a, b) => (a.article < b.article ? -1 : 1)), joined, apart: [] })
  return clusters
}

function grouped(members: readonly Member[]): { groups: Group[]; alone: { member: Member; why: string }[] } {
  const groups = new Map<string, Group>()
  const alone: { member: Member; why: string }[] = []
  const twice = doubles(members)
  for (const member of members) {
    const rule = rules.find(({ applies }) => applies(member))
    const key = rule?.key(member, twice.get(addressOf(member)) ?? member.id)
    if (!rule || key === undefined) alone.push({ member, why: 'no rule for its kind' })
    else if ('why' in key) alone.push({ member, why: key.why })
    else if (twice.has(addressOf(member))) alone.push({ member, why: `an article with two of the name "${member.name}"` })
    else {
      const group = groups.get(key.id) ?? { id: key.id, rule, members: [], joined: [] }
      groups.set(key.id, group)
      group.members.push(member)
    }
  }
  for (const { rule, members, joined } of groups.values()) if (members.length > 1) joined.push({ rule: rule.name, why: rule.why(members[0], members.length) })
  return { groups: [...groups.values()], alone }
}

/** The name without the initial gives its id to both. */
function withInitials(groups: readonly Group[]): readonly Group[] {
  const pairs = pairsByInitial(groups)
  const gone = new Set(pairs.map(([, initialled]) => initialled))
  for (const [plain, initialled] of pairs) {
    plain.members.push(...initialled.members)
    plain.joined.push({ rule: middleInitial.name, why: middleInitial.why(initialled.members[0], plain.members.length) })
  }
  return groups.filter((group) => !gone.has(group))
}

const addressOf = ({ article, id }: Member): string => `${article}\n${id}`

/** Two of a name in one article have ids like "person/john-smith" and "person/john-smith-2", and which of them another article means
 *  is not to be known. By address: the id that they share. */
function doubles(members: readonly Member[]): ReadonlyMap<string, string> {
  const known = new Set(members.map(addressOf))
  const found = new Map<string, string>()
  for (const { article, id } of members) {
    const base = id.replace(/-\d+$/, '')
    if (base === id || !known.has(`${article}\n${base}`)) continue
    found.set(`${article}\n${id}`, base)
    found.set(`${article}\n${base}`, base)
  }
  return found
}

/** What two that could be the same have in common: a person's surname, anything else's name. */
const surnameOf = ({ kind, name }: Member): string => `${kind}\n${kind === 'person' ? nameParts(name).at(-1) : fold(name)}`

function indexed(groups: readonly Group[]): ReadonlyMap<string, Group[]> {
  const bySurname = new Map<string, Group[]>()
  for (const group of [...groups].sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const surname of new Set(group.members.map(surnameOf))) {
      const found = bySurname.get(surname)
      if (found) found.push(group)
      else bySurname.set(surname, [group])
    }
  return bySurname
}
