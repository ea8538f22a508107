import type { Lexicon } from '../../data/lexicon.js'
import type { Range, Tree } from '../../tree.js'
import { descriptorsBeside, titleBefore, type Descriptor } from './descriptors.js'
import { rootOf } from './draft.js'
import { genderOfFirstName, genderWords, type Gender } from './gender.js'
import { captionsIn, storyParagraphs } from './interludes.js'
import { byToken, peopleOf, type Name } from './names.js'

/** Everybody and everything with a name in an article, and what the text tells of them. Made once an article. */
export interface Scene {
  readonly tree: Tree
  readonly lexicon: Lexicon
  readonly names: readonly Name[]
  /** By token index. */
  readonly nameAt: ReadonlyMap<number, Name>
  readonly people: readonly Bearer[]
  /** Nouns that people are called by. */
  readonly roles: ReadonlySet<string>
  /** Nouns for what is no person and yet speaks. */
  readonly bodies: ReadonlySet<string>
  /** Nouns that end like those for people and stand for none. */
  readonly things: ReadonlySet<string>
  /** By the head noun of what the text says of somebody: who. */
  readonly described: ReadonlyMap<string, readonly number[]>
  /** Whether a token stands between quotation marks or in a reported content. */
  readonly quoted: (index: number) => boolean
  /** Whether it stands in a content, in marks or not: who is a subject there is not the article's topic. */
  readonly reported: (index: number) => boolean
  /** The paragraph of a token, counted without headings and captions, which stand between those of the story. */
  readonly storyOf: (index: number) => number
  /** Whether it stands under a picture. */
  readonly captioned: (index: number) => boolean
}

export interface Bearer {
  readonly index: number
  readonly gender: Gender | null
  readonly descriptors: readonly Descriptor[]
  /** How often the article names them outside of quotations. */
  readonly count: number
}

export function sceneOf(tree: Tree, names: readonly Name[], lexicon: Lexicon, quoted: Scene['quoted'], reported: Scene['reported'] = quoted): Scene {
  const nameAt = byToken(names)
  const known = genderWords(lexicon)
  const clash = (name: Name, words: readonly string[]) => {
    const title = known.titles.get(tree.tokens[(titleBefore(name, tree)?.to ?? name.from) - 1]?.text.toLowerCase() ?? '')
    const first = 1 < words.length ? genderOfFirstName(words[0] ?? '', known) : null
    return title !== undefined && first !== null && title !== first
  }
  const people = peopleOf(names, clash).map(({ index, words, names: own }): Bearer => {
    const first = 1 < words.length ? genderOfFirstName(words[0] ?? '', known) : null
    // "John Roe met Jane Doe, his son said": not what she is, though it stands where that would.
    const isOther = ({ head, owned }: Descriptor) => owned && first !== null && (known.nouns.get(head) ?? first) !== first
    const descriptors = distinct(own.flatMap((name) => descriptorsBeside(name, tree, lexicon))).filter((descriptor) => !isOther(descriptor))
    return { index, descriptors, gender: genderOf(own, words, descriptors, tree, lexicon), count: own.filter(({ from }) => !quoted(from)).length }
  })
  const described = new Map<string, number[]>()
  for (const { index, descriptors } of people)
    for (const head of new Set(descriptors.map(({ head }) => head))) {
      const list = described.get(head)
      if (list) list.push(index)
      else described.set(head, [index])
    }
  const [story, captions] = [storyParagraphs(tree), captionsIn(tree)]
  const storyOf = (index: number) => story[tree.paragraphOf[index] ?? 0] ?? 0
  const captioned = (index: number) => captions[tree.paragraphOf[index] ?? 0] ?? false
  return { tree, lexicon, names, nameAt, people, described, quoted, reported, storyOf, captioned, roles: lexicon.words('role-nouns'), bodies: lexicon.words('collective-nouns'), things: lexicon.words('not-doers') }
}

const distinct = (descriptors: readonly Descriptor[]): Descriptor[] => [...new Map(descriptors.map((each) => [[each.head, ...each.words].join(' '), each])).values()]

/** Titles ("Mrs.") outweigh nouns ("spokeswoman"), and these a first name. */
function genderOf(names: readonly Name[], words: readonly string[], descriptors: readonly Descriptor[], tree: Tree, lexicon: Lexicon): Gender | null {
  const known = genderWords(lexicon)
  const titles = names.flatMap((name) => [known.titles.get(tree.tokens[(titleBefore(name, tree)?.to ?? name.from) - 1]?.text.toLowerCase() ?? '')])
  const nouns = descriptors.map(({ head }) => known.nouns.get(head))
  const first = 1 < words.length ? genderOfFirstName(words[0] ?? '', known) : null
  const said = majority(nouns)
  // "To Betsy Doe, he is the kind man": nouns go astray, and where the first name speaks against them nothing is known.
  return majority(titles) ?? (said !== null && first !== null && said !== first ? null : (said ?? first))
}

function majority(votes: readonly (Gender | undefined)[]): Gender | null {
  const male = votes.filter((vote) => vote === 'm').length
  const female = votes.filter((vote) => vote === 'f').length
  return male === female ? null : female < male ? 'm' : 'f'
}

/** The noun that stands in the clause for a name: "executive" for "John Roe" in "the chief executive, John Roe, said". */
export function anchorOf(range: Range, { tree: { tokens }, nameAt }: Pick<Scene, 'tree' | 'nameAt'>): number {
  let index = rootOf({ tokens }, range)
  for (let step = 0; step < 4; step++) {
    const { relation, head } = tokens[index] ?? {}
    if (head === undefined || head === null || !/^(flat|compound|nmod:desc|appos)$/.test(relation ?? '')) break
    if (relation === 'appos' && nameAt.get(head)?.kind === 'Person') break
    index = head
  }
  return index
}

/** Subject of a main clause: who the next sentence's "he" most often is. */
export function isMainSubject(anchor: number, { tokens, children }: Tree): boolean {
  const { relation, head } = tokens[anchor] ?? {}
  if (!/^nsubj(:pass|:outer)?$/.test(relation ?? '')) return false
  // "Jane Doe went after Ann Poe": of two that the trees call subjects, the one before the verb.
  if (head !== null && head !== undefined && head < anchor && children[head]?.some((child) => child < head && /^nsubj/.test(tokens[child]?.relation ?? ''))) return false
  let verb = head ?? null
  for (let step = 0; verb !== null && step < 4; step++) {
    const clause: Tree['tokens'][number] | undefined = tokens[verb]
    if (!clause || clause.head === null || clause.relation === 'root') return true
    if (!/^(conj|parataxis)$/.test(clause.relation)) return false
    verb = clause.head
  }
  return false
}

/** Inside a relative clause, an apposition or brackets: such a name does not become the topic. */
export function isAside(anchor: number, { tokens, sentences, sentenceOf }: Tree): boolean {
  let index: number | null = anchor
  for (let step = 0; index !== null && step < 8; step++) {
    const token: Tree['tokens'][number] | undefined = tokens[index]
    if (!token) return false
    if (/^(acl|acl:relcl|advcl:relcl|appos)$/.test(token.relation)) return true
    index = token.head
  }
  const start = sentences[sentenceOf[anchor] ?? -1]?.from ?? anchor
  let depth = 0
  for (let before = Math.max(start, anchor - 40); before < anchor; before++) depth += tokens[before]?.text === '(' ? 1 : tokens[before]?.text === ')' ? -1 : 0
  return 0 < depth
}
