import type { Joined, Member } from './model.js'
import { fold, nameParts } from './names.js'

/** How far apart in time two articles may be for a role to mean the same person: there were two Presidents Bush. Days. */
const NEAR = 3 * 366

/** What says that somebody of whom an article gives only the surname is the one whom other articles call by the full name:
 *  there is only one of that surname in the corpus, and both are called the same, at the same time ("Russian President").
 *  Null: no evidence, and the surname stands apart. */
export function evidence<Group extends { readonly members: readonly Member[] }>(member: Member, namesakes: readonly Group[]): { group: Group; joined: Joined } | null {
  const [group] = namesakes
  if (!group || namesakes.length > 1 || group.members.some(({ article }) => article === member.article) || member.kind !== 'person' || nameParts(member.name).length !== 1) return null
  const roles = new Set(rolesOf(member))
  for (const other of group.members) {
    const role = rolesOf(other).find((text) => roles.has(text))
    if (role === undefined || !isNear(member, other) || differ(genderOf(member), genderOf(other))) continue
    const why = `${member.article} gives only "${member.name}", but calls it "${role}" as ${other.article} does "${other.name}", and no other "${member.name}" is in the corpus`
    return { group, joined: { rule: 'surname-and-role', why } }
  }
  return null
}

/** Roles of more than one word: "president" alone says too little. */
function rolesOf({ facts }: Member): string[] {
  const roles = facts?.['roles']
  if (!Array.isArray(roles)) return []
  const texts = roles.map((role: unknown) => (typeof role === 'object' && role !== null && 'text' in role ? fold(String(role.text)) : ''))
  return texts.map((text) => text.replace(/^(the|a|an) /, '')).filter((text) => text.includes(' '))
}

function isNear({ published: one }: Member, { published: other }: Member): boolean {
  return one !== null && other !== null && Math.abs(Date.parse(one) - Date.parse(other)) <= NEAR * 24 * 3600 * 1000
}

function genderOf({ facts }: Member): unknown {
  const gender = facts?.['gender']
  return typeof gender === 'object' && gender !== null && 'shown' in gender ? gender.shown : null
}

const differ = (one: unknown, other: unknown): boolean => Boolean(one) && Boolean(other) && one !== other
