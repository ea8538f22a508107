import type { EntityKind } from '../../../model.js'
import { fold } from '../fold.js'
import type { Found } from '../found.js'
import { lower, textOf, type Scene } from '../scene.js'
import { draftOf, partOf, type Draft } from './draft.js'
import { tidy } from './people.js'

const company = /[\s,]+(?:inc|corp|co|ltd|llc|plc|ag|sa|gmbh|corporation|company|limited|group|holdings|pjsc|ojsc)\.?$/i

/** What mentions of one thing share: its key, or its words without article, case, accents and legal form. */
const keyOf = (scene: Scene, { from, to, kind, key }: Found): string => {
  if (key !== null) return key
  const words = fold(tidy(textOf(scene, from, to))).toLowerCase().replace(/^the\s+/, '').replace(/[^\p{L}\p{N}&+ ]+/gu, (mark) => (mark === '.' ? '' : ' ')).replace(/\s+/g, ' ').trim()
  return `${kind}?${kind === 'organization' ? words.replace(company, '') : kind === 'people' ? words.replace(/(?<=[a-z]{3})s$/, '') : words}`
}

/** Everything but people: mentions of one key are one entity; acronyms join what they are short for, short names the one longer name that ends like them. */
export function joinOthers(scene: Scene, founds: readonly Found[]): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const found of founds) {
    const key = keyOf(scene, found)
    const known = drafts.get(key)
    if (known) known.mentions.push(partOf(found))
    else drafts.set(key, draftOf(found.kind, key, tidy(textOf(scene, found.from, found.to)), [partOf(found)]))
  }
  for (const draft of drafts.values()) draft.name = bestName(scene, draft)
  joinAcronyms(scene, drafts)
  joinShortNames(drafts)
  joinNouns(drafts)
  return [...drafts.values()]
}

/** The longest spelling as a name; for acronyms the dots do not count. */
function bestName(scene: Scene, { kind, mentions, name }: Draft): string {
  const names = mentions.filter(({ form }) => form === 'name').map(({ from, to }) => tidy(textOf(scene, from, to)))
  if (kind === 'people') return names[0] ?? name
  const capitals = (one: string) => one.split(/[\s-]/).filter((word) => /^\p{Lu}/u.test(word)).length
  const rank = (one: string) => (one === one.toUpperCase() && (one.includes(' ') || one.length > 6) ? 0 : 100 * capitals(one) + one.length)
  return names.reduce((best, one) => (rank(one) > rank(best) ? one : best), names[0] ?? name)
}

/** "Gont Island Council (GIC)" says so itself; elsewhere "GIC" is what a name's capitals spell. */
function joinAcronyms(scene: Scene, drafts: Map<string, Draft>): void {
  const acronyms = [...drafts.values()].filter(({ kind, name }) => kind === 'organization' && /^[A-Z][A-Z.&]{1,7}$/.test(name))
  for (const short of acronyms) {
    const said = short.mentions.map(({ from }) => (lower(scene, from - 1) === '(' ? from - 1 : -1)).filter((index) => index >= 0)
    const isBefore = (long: Draft) => long.mentions.some(({ to }) => said.includes(to))
    const spelled = (long: Draft) => capitals(long.name) === short.name.replace(/[.&]/g, '')
    const longer = [...drafts.values()].filter((long) => long !== short && long.kind === 'organization' && long.name.includes(' ') && (isBefore(long) || spelled(long)))
    const [only] = longer
    if (longer.length !== 1 || !only || (short.key.startsWith('series:') && only.key.startsWith('series:'))) continue
    const into = short.key.startsWith('series:') ? short : only
    merge(drafts, into, into === short ? only : short, isBefore(only) ? 'acronym-in-brackets' : 'acronym')
    if (into === short) into.name = only.name
  }
}

const capitals = (name: string): string => name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]).join('')

/** "Foreign Ministry" is the only "Russian Foreign Ministry" of the article, "Lind" the only "Lind Bank": at least two words, and only one to join. */
function joinShortNames(drafts: Map<string, Draft>): void {
  const joinable: readonly EntityKind[] = ['organization', 'agreement']
  for (const kind of joinable) {
    const own = [...drafts.values()].filter((draft) => draft.kind === kind && draft.key.includes('?'))
    const byLastWord = new Map<string, Draft[]>()
    for (const draft of own) {
      const last = draft.key.split(' ').at(-1) ?? ''
      byLastWord.set(last, [...(byLastWord.get(last) ?? []), draft])
    }
    for (const short of own) {
      const words = short.key.slice(short.key.indexOf('?') + 1)
      if (!words.includes(' ')) continue
      const longer = (byLastWord.get(words.split(' ').at(-1) ?? '') ?? []).filter((draft) => draft !== short && drafts.has(draft.key) && draft.key.endsWith(` ${words}`))
      const [only] = longer
      if (longer.length === 1 && only) merge(drafts, only, short, 'short-name')
    }
  }
}

/** "the Ministry" is the only one of the article with that word in its name. */
function joinNouns(drafts: Map<string, Draft>): void {
  const own = [...drafts.values()].filter(({ kind }) => kind === 'organization')
  for (const short of own.filter(({ mentions }) => mentions.every(({ form }) => form === 'noun') && mentions.some(({ rule }) => rule === 'noun-of-a-body'))) {
    const [only, ...others] = own.filter((draft) => draft !== short && ` ${draft.name} `.includes(` ${short.name} `))
    if (only && !others.length) merge(drafts, only, short, 'noun-of-a-body')
  }
}

export function merge(drafts: Map<string, Draft>, into: Draft, from: Draft, rule: string): void {
  for (const mention of from.mentions) into.mentions.push({ ...mention, rule })
  drafts.delete(from.key)
}
