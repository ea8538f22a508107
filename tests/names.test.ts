import { describe, expect, test } from 'vitest'
import { treeOf } from '../src/tree.js'
import { read } from '../src/markup.js'
import { newswireDocuments, unerDocuments } from '../scripts/score/name-documents.js'
import { borderRules, withBorders } from '../src/stages/3-entities/find/names/borders.js'
import { kindRules } from '../src/stages/3-entities/find/names/kinds.js'
import { noneRules } from '../src/stages/3-entities/find/names/none.js'
import { withMissed } from '../src/stages/3-entities/missed-names.js'
import { namesOf, type Name } from '../src/stages/3-entities/names.js'
import { caseOf, lexicon, type Case } from './entities-words.js'

const sheetOf = ({ tokens }: Case) => ({ ...treeOf(tokens), lexicon })

/** "(Location Gont)" of a rule's example as the reader labelled it. */
const seen = (text: string): string => text.replace(/\((Person|Location|Organization|NORP|Misc) ([^()]+)\)/g, '[$1 $2]')

const drawn = ({ tokens }: Case, names: readonly Pick<Name, 'from' | 'to' | 'label'>[]): string[] =>
  names.map(({ from, to, label }) => `${label} ${tokens.text.slice(tokens.tokens[from]?.start, tokens.tokens[to - 1]?.end)}`)

const namesIn = (marked: string): string[] => {
  const one = caseOf(marked)
  return drawn(one, namesOf(sheetOf(one), lexicon))
}

const rawOf = (marked: string): { one: Case; names: Name[] } => {
  const one = caseOf(marked)
  const names = read(marked).marks.map(({ label, start, end }): Name => {
    const within = one.tokens.tokens.flatMap((token, index) => (start <= token.start && token.end <= end ? [index] : []))
    return { from: within[0] ?? 0, to: (within.at(-1) ?? 0) + 1, label, sure: 0.7 }
  })
  return { one, names }
}

describe('borders of names', () => {
  test.each(borderRules.map((rule) => [rule.name, rule] as const))('%s does what its example says', (_, rule) => {
    const [before = '', after = ''] = rule.example.split(' -> ')
    const { one, names } = rawOf(seen(before))
    const next = names[1]
    const mended = names[0] && rule.mend(names[0], next, sheetOf(one))
    expect(mended).toBeDefined()
    expect(drawn(one, mended?.names ?? [])).toEqual(read(after).marks.map(({ label, start, end }) => `${label} ${read(after).text.slice(start, end)}`))
  })

  test('a port whose second word is taken for somebody', () => {
    const { one, names } = rawOf('Then Port [Person Halvard] fell.')
    const mended = (sure: number) => drawn(one, withBorders(sheetOf(one), names.map((name) => ({ ...name, sure }))))
    expect([mended(0.4), mended(0.9)]).toEqual([['Location Port Halvard'], ['Person Halvard']])
  })

  test('a good name stays as it is', () => {
    const { one, names } = rawOf('[Person Ada Lind] of the [Organization Roke Bank] lives in [Location West Virginia] near [Location Lake Michigan].')
    expect(withBorders(sheetOf(one), names).map(({ from, to, label }) => ({ from, to, label }))).toEqual(names.map(({ from, to, label }) => ({ from, to, label })))
  })
})

describe('people whom the reader missed', () => {
  /** With every word that is no name as sure to be none as `sure` says. */
  const people = (marked: string, sure: number): string[] => {
    const one = caseOf(marked)
    const unsure = { ...one.tokens, tokens: one.tokens.tokens.map((token) => (token.name === 'O' ? { ...token, tag: /^\p{Lu}/u.test(token.text) ? 'NNP' : 'NN', sure: { ...token.sure, name: sure } } : token)) }
    return drawn({ ...one, tokens: unsure }, withMissed({ ...treeOf(unsure), lexicon }, []))
  }

  test('a given name and a surname, and after that the surname alone', () =>
    expect(people('Some think Mary Lind may win; others say Lind may not.', 0.5)).toEqual(['Person Mary Lind', 'Person Lind']))

  test('nobody of whom it is sure, nobody without a given name', () => {
    expect(people('Some think Mary Lind may win.', 0.9)).toEqual([])
    expect(people('Some think Grey Tower may win.', 0.5)).toEqual([])
  })
})

describe('kinds of names', () => {
  test.each(kindRules.map((rule) => [rule.name, rule] as const))('%s decides its example', (_, rule) => {
    const { one, names } = rawOf(rule.example)
    expect(names[0] && rule.kindOf(names[0], sheetOf(one))).toBeTypeOf('string')
  })

  test.each([
    ['[Organization Ola Berg Prize] winners met.', ['Misc Ola Berg Prize']],
    ['[Location Roke University] opened.', ['Organization Roke University']],
    ['A town on the [Location West Bank] was empty.', ['Location West Bank']],
    ['[Person Hezbollah] said so.', ['Organization Hezbollah']],
    ['[Location al - Qaida] said so.', ['Organization al - Qaida']],
    ['The [Location Kurds] left.', ['NORP Kurds']],
    ['The ferry [Location Roke] sank. The [Misc Roke] was old. In [Location Roke] it rains.', ['Product Roke', 'Product Roke', 'Location Roke']],
    ['The tanker [Person Ola Berg] built is old.', ['Person Ola Berg']],
    ['People of [Location Halvard] met. A [Location Halvarder] spoke.', ['Location Halvard', 'NORP Halvarder']]
  ])('%s', (marked, expected) => expect(namesIn(marked)).toEqual(expected))
})

describe('what is no name', () => {
  test.each(noneRules.map((rule) => [rule.name, rule] as const))('%s drops its example', (_, rule) => {
    const { one, names } = rawOf(rule.example)
    expect(names.map((name) => rule.isNone(name, sheetOf(one)))).toContain(true)
    const { one: other, names: good } = rawOf('[Person Ada Lind] met [Organization Lind Bank] in [Location Porto Alto].')
    expect(good.some((name) => rule.isNone(name, sheetOf(other)))).toBe(false)
  })
})

describe('names of one article agree', () => {
  test('a name that was passed over once is that name', () =>
    expect(namesIn('[Organization Lind Bank] is old. On Monday Lind Bank was closed.')).toEqual(['Organization Lind Bank', 'Organization Lind Bank']))

  test('in a line of capitals too', () => expect(namesIn('LIND BANK CLOSED IN HALVARD\n\nThe people of [Location Halvard] wait.')).toContain('Location HALVARD'))

  test('letters in brackets are of the kind of the words before them', () =>
    expect(namesIn('The [Organization Roke Institute of Technology] ([Location RIT]) opened. In [Location RIT] they met.')).toEqual(['Organization Roke Institute of Technology', 'Organization RIT', 'Organization RIT']))

  test.each([
    ['[Person Oscar T] . [Person Lind] left.', ['Person Oscar T . Lind']],
    ['The [Organization Roke Party (R]) won.', ['Organization Roke Party (R)']],
    ['The [Organization St] . [Organization Ola School] opened.', ['Organization St . Ola School']]
  ])('what the reader took apart is one: %s', (marked, expected) => expect(namesIn(marked)).toEqual(expected))

  test('a word of a body’s name that is nobody’s is no person', () => expect(namesIn('[Organization Roke Galaxy] won. [Person Galaxy] lost.')).toEqual(['Organization Roke Galaxy', 'Organization Galaxy']))

  test('letters alone in brackets behind a body are a body', () => expect(namesIn('The [Organization Roke Fund] ([Person Yasot]) gave. [Person Yasot] gave.')).toEqual(['Organization Roke Fund', 'Organization Yasot', 'Organization Yasot']))

  test('four capitals are hardly a person', () => expect(namesIn('So [Person RIMO] said.')).toEqual(['Person RIMO']))

  test.each([
    ['what has a foreign minister is a country', '[Location Halvard] wrote. [Person Halvard]’s foreign minister and [Person Halvard]’s parliament came.', 'Location'],
    ['what has a plan may be anybody', '[Location Halvard] wrote. [Person Halvard]’s plan and [Person Halvard]’s book came.', 'Person'],
    ['a rock in the sea that a trust of that name bought', '[Organization Ennor Rock] is small. In [Location Ennor Rock] it rains.', 'Location'],
    ['the home of somebody, who is a person', '[Location Halvard] is far. [Person Ada Lind] of [Person Halvard], who won, left.', 'Location'],
    ['somebody who is a person', '[Location Halvard] is far. As [Person Halvard], who won, left.', 'Person']
  ])('%s', (_, marked, kind) => expect(namesIn(marked).filter((name) => /(?:Halvard|Rock)$/.test(name)).every((name) => name.startsWith(kind))).toBe(true))

  test('the kind that most of its mentions have is that of all', () =>
    expect(namesIn('[Location Roke] is far. In [Location Roke] it rains. [Person Roke] is small.')).toEqual(['Location Roke', 'Location Roke', 'Location Roke']))

  test('a first name before a surname that the article knows is a person', () =>
    expect(namesIn('[Person Lind] spoke. Later [Person Lind] left. In [Location Donald Lind] they trust.')).toContain('Person Donald Lind'))

  test('the end of somebody else’s longer name is nobody’s', () => expect(namesIn('[Person Ada Lind] left. They met in Upper Lind Street.')).toEqual(['Person Ada Lind']))
})

describe('corpora of names as articles', () => {
  test('newswire: one blank between words, two sentences a paragraph', () => {
    const [document] = newswireDocuments('# doc = a.txt\nAda\tB-Person\nleft\tO\n.\tO\n\nGont\tB-Location\nis\tO\nfar\tO\n\nYes\tO\n')
    expect(document?.paragraphs.map((words) => words.map(({ word, blank }) => (blank ? `${word} ` : word)).join(''))).toEqual(['Ada left . Gont is far ', 'Yes '])
  })

  test('Universal NER: blanks as written; a line without a closing mark is a paragraph of its own', () => {
    const sentence = (id: string, text: string, rows: string[]) => `# sent_id = ${id}\n# text = ${text}\n${rows.map((row, index) => `${index + 1}\t${row}\t-\t-`).join('\n')}\n`
    const [document] = unerDocuments(
      ['# newdoc id = mail', sentence('1', "It's late.", ['It\tO', "'s\tO", 'late\tO', '.\tO']), '', sentence('2', 'Go home.', ['Go\tO', 'home\tO', '.\tO']), '', sentence('3', 'Ada Lind', ['Ada\tB-PER', 'Lind\tI-PER'])].join('\n'),
      new Set()
    )
    expect(document?.paragraphs.map((words) => words.map(({ word, blank }) => (blank ? `${word} ` : word)).join('').trim())).toEqual(["It's late. Go home.", 'Ada Lind'])
    expect(document?.paragraphs[1]?.map(({ tag }) => tag)).toEqual(['B-Person', 'I-Person'])
  })
})
