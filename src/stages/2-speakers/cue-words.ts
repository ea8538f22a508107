import { perLexicon } from '../../data/lexicon.js'
import type { Row } from '../../data/parse.js'
import { UserError } from '../../error.js'
import type { Attribution } from '../../model.js'
import { indexesOf, type Range, type Tree } from '../../tree.js'
import { rootOf } from './draft.js'
import { isForm, type Form } from './content-form.js'

export interface CueWord {
  readonly kind: Attribution['kind'] | 'carrier'
  /** One of these forms the content must have; none: whatever it has. */
  readonly needs: readonly Form[]
  /** Where it has none of them; of a carrier, where no word behind it tells. */
  readonly otherwise: Attribution['kind']
  /** A thing cannot do it: "the defeat suggests that …" reports nobody's word. */
  readonly mind: boolean
}

export interface CueWords {
  /** A word by itself. */
  readonly alone: (word: string, wordClass: WordClass) => CueWord | undefined
  /** What begins with it: for "point" what "point out" and "point to" tell. */
  readonly longer: (word: string, wordClass: WordClass) => readonly Longer[]
}

interface Longer {
  readonly rest: readonly string[]
  readonly word: CueWord
}

const classes = ['verb', 'noun', 'adjective', 'preposition', 'adverb'] as const
type WordClass = (typeof classes)[number]

/** The table data/cues.tsv. */
export const cueWordsOf = perLexicon((lexicon): CueWords => {
  const alone = new Map<string, CueWord>()
  const longer = new Map<string, Longer[]>()
  for (const row of lexicon.table('cues')) {
    const [first = '', ...rest] = (row['cue'] ?? '').split(' ')
    const key = `${row['class']} ${first}`
    if (alone.has(`${row['class']} ${row['cue']}`)) throw new UserError(`data/cues.tsv: the ${row['class']} "${row['cue']}" stands there twice; delete one`)
    if (!rest.length) alone.set(key, wordOf(row))
    else longer.set(key, [...(longer.get(key) ?? []), { rest, word: wordOf(row) }])
  }
  return { alone: (word, wordClass) => alone.get(`${wordClass} ${word}`), longer: (word, wordClass) => longer.get(`${wordClass} ${word}`) ?? [] }
})

function wordOf({ cue = '', class: wordClass = '', kind = '', needs = '-', otherwise = '-', who = '' }: Row): CueWord {
  const forms = needs === '-' ? [] : needs.split('|')
  const known = (classes as readonly string[]).includes(wordClass) && /^(statement|attitude|other|carrier)$/.test(kind) && /^(statement|attitude|other|-)$/.test(otherwise) && /^(mind|anything)$/.test(who) && forms.every(isForm)
  if (!known) throw new UserError(`data/cues.tsv: "${cue}" has a class, kind, form or "who" that there is not; mend its line`)
  return { kind: kind as CueWord['kind'], needs: forms as Form[], otherwise: otherwise === '-' ? 'other' : (otherwise as CueWord['otherwise']), mind: who === 'mind' }
}

/** How many words of a cue are looked at. */
const longest = 14

/** What a cue tells: its head word with those behind it ("point out", "take … issue"), else its head word, and its other words for a carrier: verbs first ("has a long history of blaming"). */
export function wordsOfCue(cue: Range, tree: Tree, words: CueWords): { readonly own: CueWord | undefined; readonly behind: readonly CueWord[]; readonly root: number } {
  const { tokens } = tree
  const range = { from: cue.from, to: Math.min(cue.to, cue.from + longest) }
  const root = rootOf(tree, range)
  const own = longerAt(root, range, tree, words) ?? wordAt(root, tree, words)
  const indexes = indexesOf(range)
  const others = [...indexes.filter((index) => root < index), ...indexes.filter((index) => index < root)]
  const behind = [/^VB/, /^(NN|JJ)/].flatMap((tag) => others.filter((index) => tag.test(tokens[index]?.tag ?? ''))).flatMap((index) => wordAt(index, tree, words) ?? [])
  return { own, behind, root }
}

function longerAt(root: number, { from, to }: Range, tree: Tree, words: CueWords): CueWord | undefined {
  const lists = classesOf(root, tree).map((wordClass) => words.longer(lemmaAt(root, tree), wordClass))
  const before = from < root ? words.longer(lemmaAt(from, tree), 'preposition').filter(({ rest }) => rest.includes(lemmaAt(root, tree))) : []
  if (before[0]) return before[0].word
  if (lists.every((list) => !list.length)) return undefined
  const inside = indexesOf({ from: root + 1, to })
  // A particle or an object may stand in the content: [cue called] [content more attention to taxes].
  const beside = (tree.children[root] ?? []).filter((child) => to <= child && child < to + 8 && /^(obj|xcomp|compound:prt)$/.test(tree.tokens[child]?.relation ?? ''))
  const next = /^(IN|RP|TO)$/.test(tree.tokens[to]?.tag ?? '') ? [to] : []
  const following = [...inside, ...next, ...beside].map((index) => lemmaAt(index, tree))
  const found = lists.flat().flatMap(({ rest, word }) => (isIn(rest, following) ? { word, size: rest.length, place: following.indexOf(rest[0] ?? '') } : []))
  // "Speaks out about" is "speak out", not "speak about".
  return found.sort((a, b) => b.size - a.size || a.place - b.place)[0]?.word
}

/** In that order, with others between them or not. */
function isIn(rest: readonly string[], following: readonly string[]): boolean {
  let place = 0
  for (const lemma of following) if (lemma === rest[place]) place++
  return place === rest.length
}

/** The word by itself, as what the reader takes it for or else as another class; unlemmatized forms too. */
export function wordAt(index: number, tree: Tree, words: CueWords): CueWord | undefined {
  const [lemma, text] = [lemmaAt(index, tree), (tree.tokens[index]?.text ?? '').toLowerCase()]
  // "Was convinced" is a state of mind; "has convinced" is not.
  const state = isState(index, tree) || tree.tokens[index]?.tag.startsWith('JJ') ? words.alone(text, 'adjective') : undefined
  if (state) return state
  for (const form of [lemma, ...stemsOf(lemma)]) for (const wordClass of classesOf(index, tree)) {
    const word = words.alone(form, wordClass)
    if (word) return word
  }
  return undefined
}

function classesOf(index: number, tree: Tree): readonly WordClass[] {
  const tag = tree.tokens[index]?.tag ?? ''
  if (/^VB|^MD/.test(tag)) return ['verb', 'adjective', 'noun']
  if (tag.startsWith('NN')) return ['noun', 'verb']
  if (tag.startsWith('JJ')) return /(ed|ing)$/.test(tree.tokens[index]?.text ?? '') ? ['adjective', 'verb'] : ['adjective']
  return /^(IN|TO|RP)$/.test(tag) ? ['preposition', 'verb'] : tag.startsWith('RB') ? ['adverb', 'adjective'] : ['verb']
}

const isState = (index: number, { tokens, children }: Tree): boolean =>
  tokens[index]?.tag === 'VBN' && !(children[index] ?? []).some((child) => /^aux$/.test(tokens[child]?.relation ?? '') && tokens[child]?.lemma === 'have' && !(children[index] ?? []).some((other) => tokens[other]?.relation === 'aux:pass'))

const lemmaAt = (index: number, { tokens }: Tree): string => (tokens[index]?.lemma ?? '').toLowerCase()

/** A reader that takes "remarks" for a verb, or "Tweeted" for a name, leaves them as they are. */
const stemsOf = (word: string): string[] =>
  [[/ies$/, 'y'], [/s$/, ''], [/ed$/, ''], [/ed$/, 'e'], [/ing$/, ''], [/ing$/, 'e']].flatMap(([end, instead]) => (4 < word.length && (end as RegExp).test(word) ? [word.replace(end as RegExp, instead as string)] : []))
