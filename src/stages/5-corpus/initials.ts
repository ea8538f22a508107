import type { Member } from './model.js'
import { nameParts } from './names.js'

/** Full names that differ only in that some have a middle initial: "Donald J. Trump" and "Donald Trump". Not where there are two
 *  initials to choose from (George W. and George H. W. Bush), nor where one article has both and keeps them apart. */
export const middleInitial = {
  name: 'middle-initial',
  example: '"Donald J. Trump" here and "Donald Trump" there; not "George W. Bush", "George H. W. Bush" and "George Bush"',
  why: (member: Member | undefined, articles: number): string => `"${member?.name}" with and without the middle initial in ${articles} articles`
}

interface Named {
  readonly id: string
  readonly members: readonly Member[]
}

/** Pairs of groups to make one: the one without the initial, and the one with it. */
export function pairsByInitial<Group extends Named>(groups: readonly Group[]): (readonly [Group, Group])[] {
  const byName = new Map<string, Group[]>()
  for (const group of groups) {
    const name = group.members[0]?.kind === 'person' ? withoutInitials(group.members[0].name) : null
    if (name === null) continue
    const found = byName.get(name)
    if (found) found.push(group)
    else byName.set(name, [group])
  }
  return [...byName.values()].flatMap((found) => {
    const [plain, ...others] = [...found].sort((a, b) => parts(a) - parts(b))
    const [initialled] = others
    if (!plain || !initialled || others.length > 1 || parts(plain) !== 2) return []
    const articles = new Set(plain.members.map(({ article }) => article))
    return initialled.members.some(({ article }) => articles.has(article)) ? [] : [[plain, initialled] as const]
  })
}

const parts = ({ members }: Named): number => nameParts(members[0]?.name ?? '').length

/** "Donald J. Trump" → "donald trump"; null for what has no first and last name beside the initials. */
function withoutInitials(name: string): string | null {
  const words = nameParts(name)
  const full = words.filter((word, index) => index === 0 || index + 1 === words.length || word.length > 1)
  return full.length === 2 && (full[0]?.length ?? 0) > 1 ? full.join(' ') : null
}
