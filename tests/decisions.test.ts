import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecisions, withDecision, withoutDecision, type Decision, type Entry } from '../src/decisions/index.js'
import { registration } from '../src/stages/5-corpus/registry.js'
import type { Contribution } from '../src/stages/5-corpus/index.js'
import type { EntityKind } from '../src/model.js'
import { addDecision, readDecisions } from '../src/store/index.js'
import { fakePipeline } from './fakes.mjs'
import { contents, folder, put, runFake } from './folders.js'

const path = 'corpus/hearsay.json'
const file = (...decisions: unknown[]): string => JSON.stringify({ decisions }, null, 2)

describe('hearsay.json is checked', () => {
  test.each([
    ['{ "decisions": [\n  { "same": ["a", "b"] }\n  { "same": ["c", "d"] }\n] }', `${path}:3: expected a comma or ], not "{"`],
    ['{ "decisions": [\n  { "same": ["a", "b"] },\n] }', `${path}:2: one comma too many: nothing follows it`],
    ['{ "decisions": [\n  // twins\n] }', `${path}:2: JSON has no comments; put the reason into "why"`],
    ["{ 'decisions': [] }", `${path}:1: expected a name in double quotation marks, not "'"`],
    ['{ "decisions": [', `${path}:1: expected a value, but the file ends`],
    ['{ "decisions": ["a\n"] }', `${path}:1: this text has no closing quotation mark`],
    ['{ "decisions": [{ "why": "a", "why": "b" }] }', `${path}:1: "why" stands here twice; delete one`],
    [`{ "decisions": ${'['.repeat(100)}`, `${path}:1: too many brackets inside one another`],
    ['[]', `${path}: it should read { "decisions": [ … ] }`],
    ['{ "decisons": [] }', `${path}:1: "decisons" means nothing here; it should read { "decisions": [ … ] }`],
    [file({ sane: ['a', 'b'] }), `${path}:3: a decision says one of "same", "different", "alias", "ignore", "speaker"; did you mean "same"?`],
    [file({ same: ['a'] }), `${path}:3: "same" is a list of two names or more: { "same": ["person/ann-lee", "person/lee@2016/x.txt"] }`],
    [file({ same: ['a', 'a'] }), `${path}:3: "same" names "a" twice`],
    [file({ same: ['a', 'b'], different: ['a', 'c'] }), `${path}:3: "same", "different" cannot be decided at once; write two decisions`],
    [file({ same: ['a', 'b'], whyy: 'twins' }), `${path}:3: "whyy" means nothing here; did you mean "why"?`],
    [file({ same: ['a', 'b'], date: '23 May' }), `${path}:3: "date" is written like 2016-11-21, not "23 May"`],
    [file({ alias: 'Putin' }), `${path}:3: "alias" needs whose name it is: "of": "island/iturup"`],
    [file({ ignore: 'x.txt' }), `${path}:3: "ignore" says what: { "ignore": { "file": "2016/x.txt" } }; or "entity", "join", "mention"`],
    [file({ speaker: 'Ann Lee' }), `${path}:3: "says" says where: { "article": "2016/x.txt", "start": 86, "end": 110, "text": "…" }`],
    [file({ speaker: null, says: { article: 'a', start: 5, end: 2, text: 'x' } }), `${path}:3: "start" and "end" are offsets in the article, the first less than the second; leave both out, and the text is looked for`]
  ])('%s', (text, message) => {
    expect(() => parseDecisions(text, path)).toThrow(message)
  })

  test('and understood, a byte-order mark before it as well', () => {
    const decisions: Decision[] = [{ same: ['a', 'b'], why: 'twins 🌋', by: 'Ann', date: '2016-11-21' }, { speaker: null, says: { article: 'a', text: 'x' } }]
    expect(parseDecisions(`\ufeff${file(...decisions)}`, path).map(({ decision }) => decision)).toEqual(decisions)
  })
})

describe('a decision is added', () => {
  const added: Decision = { same: ['person/ann-lee', 'person/lee@2016/x.txt'], why: 'it says [so] "here"' }

  test('to a file that is not there, and to one without decisions', () => {
    const text = withDecision(null, added, path)
    expect(text).toBe('{\n  "decisions": [\n    { "same": ["person/ann-lee", "person/lee@2016/x.txt"], "why": "it says [so] \\"here\\"" }\n  ]\n}\n')
    expect(parseDecisions(withDecision('{ "decisions": [] }', added, path), path)[0]?.decision).toEqual(added)
  })

  test('behind the others, which stay letter by letter as they are', () => {
    const text = '{"decisions":[\n\t{ "alias" :"Lee",   "of": "person/ann-lee" },\n\n\t{"ignore":{"file":"x.txt"}}\n]}'
    const longer = withDecision(text, added, path)
    expect(longer.startsWith(text.slice(0, -3))).toBe(true)
    expect(parseDecisions(longer, path).length).toBe(3)
    expect(longer.split('\n').at(-2)).toMatch(/^\t\{ "same"/)
  })

  test('laid out like its neighbour', () => {
    const text = `${file({ alias: 'Lee', of: 'person/ann-lee' })}\n`
    expect(withDecision(text, added, path)).toBe(`${file({ alias: 'Lee', of: 'person/ann-lee' }, added)}\n`)
  })

  test('in the place of what was decided of the very same thing', () => {
    const says = { article: 'x.txt', start: 5, end: 9, text: 'Yes.' }
    const text = withDecision(withDecision(withDecision(null, { speaker: 'person/a', says }, path), added, path), { speaker: null, says }, path)
    expect(parseDecisions(text, path).map(({ decision }) => decision)).toEqual([{ speaker: null, says }, added])
    expect(parseDecisions(withDecision(text, { different: ['person/lee@2016/x.txt', 'person/ann-lee'] }, path), path).length).toBe(2)
  })

  test('only if it is one, and the file can be understood', () => {
    expect(() => withDecision(null, { same: ['a'] }, path)).toThrow(`${path}: this decision cannot be added: "same" is a list of two names`)
    expect(() => withDecision('{ "decisions": [,] }', added, path)).toThrow(`${path}:1: expected a value`)
  })

  test('in a corpus, whole or not at all', () => {
    const corpus = folder()
    addDecision(corpus, added)
    addDecision(corpus, { ignore: { file: 'x.txt' } })
    expect(readDecisions({ corpus }).entries.map(({ line }) => line)).toEqual([3, 4])
    expect(readdirSync(corpus)).toEqual(['hearsay.json'])
    put(corpus, { 'hearsay.json': 'oops' })
    expect(() => addDecision(corpus, added)).toThrow('hearsay.json:1: expected a value')
    expect(readFileSync(join(corpus, 'hearsay.json'), 'utf8')).toBe('oops')
  })
})

describe('a decision is taken back', () => {
  const [one, two, three]: Decision[] = [{ alias: 'Lee', of: 'person/ann-lee', why: 'a "why", with , and ]' }, { ignore: { file: 'x.txt' } }, { same: ['a', 'b'] }]
  const text = '\ufeff{"decisions" : [\n\t{ "alias" :"Lee", "of": "person/ann-lee", "why": "a \\"why\\", with , and ]" } ,\n\n\t{"ignore":{"file":"x.txt"}},\r\n    {\n  "same": ["a",\n "b"] }\n]\n}'

  test.each([
    ['the first', one, '\ufeff{"decisions" : [\n\t{"ignore":{"file":"x.txt"}},\r\n    {\n  "same": ["a",\n "b"] }\n]\n}'],
    ['one between others', two, '\ufeff{"decisions" : [\n\t{ "alias" :"Lee", "of": "person/ann-lee", "why": "a \\"why\\", with , and ]" },\r\n    {\n  "same": ["a",\n "b"] }\n]\n}'],
    ['the last', three, '\ufeff{"decisions" : [\n\t{ "alias" :"Lee", "of": "person/ann-lee", "why": "a \\"why\\", with , and ]" } ,\n\n\t{"ignore":{"file":"x.txt"}}\n]\n}'],
    ['one whose keys stand in another order', { why: 'a "why", with , and ]', of: 'person/ann-lee', alias: 'Lee' }, '\ufeff{"decisions" : [\n\t{"ignore":{"file":"x.txt"}},\r\n    {\n  "same": ["a",\n "b"] }\n]\n}']
  ])('%s, and all else stays letter by letter', (_, decision, left) => {
    expect(withoutDecision(text, decision, path)).toBe(left)
  })

  test('the only one, and the list stays', () => {
    expect(withoutDecision('{ "decisions": [\n  { "same": ["a", "b"] }\n] }', three, path)).toBe('{ "decisions": [] }')
  })

  test('of two that say the same, one', () => {
    const twice = file(three, two, three)
    expect(parseDecisions(withoutDecision(twice, three, path), path).map(({ decision }) => decision)).toEqual([three, two])
  })

  test.each([[null], [''], ['{ "decisions": [] }'], [file(one)]])('only if it stands there: %j', (text) => {
    expect(() => withoutDecision(text, three, path)).toThrow(`${path} does not say this any more; somebody has changed it since`)
  })

  const decision = fc.oneof(
    fc.record({ alias: fc.constantFrom('Lee', 'Ray "the boat"', '🌋, ]'), of: fc.constantFrom('person/ann-lee', 'Bo') }),
    fc.record({ ignore: fc.record({ file: fc.constantFrom('x.txt', 'drafts/', '[a].md') }) }),
    fc.record({ speaker: fc.constantFrom('a', null), says: fc.record({ article: fc.constant('a'), text: fc.constantFrom('“No,”', 'Yes {', '\\n') }) })
  )
  const layout = fc.constantFrom((all: unknown) => JSON.stringify(all), (all: unknown) => JSON.stringify(all, null, 2), (all: unknown) => `${JSON.stringify(all, null, '\t')}\n`)

  test('what was added behind others is taken away again to the letter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(decision, { minLength: 2, maxLength: 6, selector: (one) => JSON.stringify('alias' in one ? one.alias : 'ignore' in one ? one.ignore : one.says) }), layout, ([added, ...others], write) => {
        const before = write({ decisions: others })
        expect(withoutDecision(withDecision(before, added as Decision, path), added, path)).toBe(before)
      })
    )
  })
})

function article(path: string, names: Readonly<Record<string, string>>): Contribution {
  const entities = Object.entries(names).map(([id, name], index) => ({ id, kind: id.split('/')[0] as EntityKind, name, aliases: [], mentions: [{ start: index * 100, end: index * 100 + name.length, text: name, form: 'name' as const, rule: 'test' }], facts: null, rule: 'test', confidence: 1 }))
  return { article: path, published: null, title: null, entities }
}

/** Who is who after the decisions, and what became of them. */
function decided(contributions: readonly Contribution[], ...decisions: Decision[]) {
  const entries = decisions.map((decision, index): Entry => ({ line: index + 1, decision }))
  const { registry, outcomes, ignored, idOf } = registration(contributions, entries)
  const who = Object.fromEntries(registry.entities.map(({ id, appearances }) => [id, appearances.map(({ article, id }) => `${id}@${article}`)]))
  return { who, registry, ignored, idOf, outcomes: entries.map((entry) => outcomes.get(entry)) }
}

const putin = [article('a', { 'person/vladimir-putin': 'Vladimir Putin' }), article('b', { 'person/putin': 'Putin' }), article('c', { 'person/putin': 'Putin', 'island/putin': 'Putin' })]
const smiths = [article('a', { 'person/john-smith': 'John Smith' }), article('b', { 'person/john-smith': 'John Smith' }), article('c', { 'person/john-smith': 'John Smith' })]

describe('same', () => {
  test('makes one of two, by the name of the first, and says so', () => {
    const { who, registry, outcomes, idOf } = decided(putin, { same: ['Vladimir Putin', 'person/putin@b'], by: 'Ann', date: '2016-11-21', why: 'the same summit' })
    expect(who['person/vladimir-putin']).toEqual(['person/vladimir-putin@a', 'person/putin@b'])
    expect(outcomes).toEqual([{ did: 'person/putin@b is now person/vladimir-putin' }])
    const [entity] = registry.entities.filter(({ id }) => id === 'person/vladimir-putin')
    expect(entity?.name).toBe('Vladimir Putin')
    expect(entity?.aliases).toEqual(['Putin'])
    expect(entity?.joined).toEqual([{ rule: 'decision', why: 'person/putin@b: hearsay.json, by Ann on 2016-11-21: the same summit' }])
    expect(entity?.decided).toEqual(['person/putin@b is this one: hearsay.json, by Ann on 2016-11-21: the same summit'])
    expect(idOf('b', 'person/putin')).toBe('person/vladimir-putin')
  })

  test('even of two kinds, and of two in one article', () => {
    const { who, registry } = decided(putin, { same: ['person/putin@c', 'island/putin'] })
    expect(who['person/putin@c']).toEqual(['island/putin@c', 'person/putin@c'])
    expect(registry.entities.find(({ id }) => id === 'person/putin@c')?.kind).toBe('person')
  })

  test('of three is the same in whatever order the decisions stand', () => {
    const one = decided(putin, { same: ['Vladimir Putin', 'person/putin@b'] }, { same: ['person/putin@b', 'person/putin@c'] }).who
    const other = decided(putin, { same: ['person/putin@b', 'person/putin@c'] }, { same: ['Vladimir Putin', 'person/putin@b'] }).who
    expect(Object.values(one).sort()).toEqual(Object.values(other).sort())
  })

  test('of what is one anyway does nothing and says so', () => {
    expect(decided(smiths, { same: ['person/john-smith@a', 'person/john-smith@b'] }).outcomes).toEqual([{ did: 'nothing: they are person/john-smith anyway' }])
  })

  test('of nobody says who is near', () => {
    expect(decided(putin, { same: ['Vladmir Putin', 'person/putin@b'] }).outcomes).toEqual([{ problem: '"Vladmir Putin" is nobody and nothing in the corpus; did you mean "Vladimir Putin"?' }])
    expect(decided(putin, { same: ['person/vladimir-puttin', 'person/putin@b'] }).outcomes).toEqual([{ problem: '"person/vladimir-puttin" is nobody and nothing in the corpus; did you mean "person/vladimir-putin"?' }])
    expect(decided(putin, { same: ['Putin', 'Vladimir Putin'] }).outcomes).toEqual([{ problem: '"Putin" may be any of "island/putin", "person/putin@b", "person/putin@c"; say which by its id' }])
  })
})

describe('different', () => {
  test('takes one out of those that were joined', () => {
    const { who, registry, outcomes } = decided(smiths, { different: ['person/john-smith', 'person/john-smith@b'], why: 'the baker' })
    expect(who).toEqual({ 'person/john-smith': ['person/john-smith@a', 'person/john-smith@c'], 'person/john-smith@b': ['person/john-smith@b'] })
    expect(outcomes).toEqual([{ did: 'person/john-smith@b now stands apart' }])
    expect(registry.entities.find(({ id }) => id === 'person/john-smith@b')?.apart).toEqual([{ id: 'person/john-smith', why: 'hearsay.json: the baker' }])
  })

  test('wins over what joins, which then says why it does nothing', () => {
    const { who, outcomes } = decided(putin, { same: ['Vladimir Putin', 'person/putin@b'] }, { different: ['person/putin@b', 'Vladimir Putin'] })
    expect(who['person/vladimir-putin']).toEqual(['person/vladimir-putin@a'])
    expect(outcomes).toEqual([{ problem: 'Vladimir Putin is person/putin@b: line 2 says that they are different; delete one of the two' }, { did: 'they stay apart' }])
    const roundabout = decided(putin, { same: ['Vladimir Putin', 'person/putin@b'] }, { same: ['person/putin@b', 'person/putin@c'] }, { different: ['person/putin@c', 'Vladimir Putin'] })
    expect(roundabout.who['person/vladimir-putin']).toEqual(['person/vladimir-putin@a', 'person/putin@b'])
    expect(roundabout.outcomes[1]).toEqual({ problem: 'person/putin@b is person/putin@c: line 3 says that they are different; delete one of the two' })
  })

  test('and same part four into two and two', () => {
    const { who } = decided(smiths, { different: ['person/john-smith@a', 'person/john-smith@b'] }, { same: ['person/john-smith@b', 'person/john-smith@c'] })
    expect(Object.values(who).map((members) => members.length).sort()).toEqual([1, 2])
  })
})

describe('alias', () => {
  test('joins whoever is called so in any article', () => {
    const { who, outcomes } = decided(putin, { ignore: { entity: 'island/putin' } }, { alias: 'putin', of: 'Vladimir Putin' })
    expect(who['person/vladimir-putin']).toEqual(['person/vladimir-putin@a', 'person/putin@b', 'person/putin@c'])
    expect(outcomes[1]).toEqual({ did: 'person/putin@b, person/putin@c are now person/vladimir-putin' })
  })

  test('of nobody says so', () => {
    expect(decided(putin, { alias: 'Pootin', of: 'Vladimir Putin' }).outcomes).toEqual([{ problem: '"Pootin" is nobody and nothing in the corpus; did you mean "Putin"?' }])
  })
})

describe('ignore', () => {
  test('an entity: it is nowhere, and nothing refers to it', () => {
    const { who, ignored, idOf } = decided(putin, { ignore: { entity: 'island/putin' } })
    expect(who['island/putin']).toBeUndefined()
    expect(ignored).toEqual(['island/putin'])
    expect(idOf('c', 'island/putin')).toBeNull()
  })

  test('a join: each article has its own', () => {
    const { who, outcomes } = decided(smiths, { ignore: { join: 'John Smith' } })
    expect(Object.keys(who)).toEqual(['person/john-smith@a', 'person/john-smith@b', 'person/john-smith@c'])
    expect(outcomes).toEqual([{ did: 'person/john-smith stands apart in each of its 3 articles' }])
    expect(decided(putin, { ignore: { join: 'Vladimir Putin' } }).outcomes).toEqual([{ problem: '"Vladimir Putin" is of one article; there is no join to undo' }])
  })

  test('a mention: it is nobody’s, and who has no other goes with it', () => {
    const { who, outcomes } = decided(putin, { ignore: { mention: { article: 'c', start: 100, end: 105, text: 'Putin' } } })
    expect(who['island/putin']).toBeUndefined()
    expect(outcomes).toEqual([{ did: '"Putin" at 100 of c is nobody\'s' }])
    expect(decided(putin, { ignore: { mention: { article: 'c', start: 7, end: 12, text: 'Stalin' } } }).outcomes).toEqual([{ problem: 'it no longer fits: c has no mention "Stalin" at 7' }])
  })
})

const texts = { 'a.txt': 'Vladimir_Putin: we talk. 2016-11-21', 'b.txt': 'Putin: we shall see. 2016-11-22', 'drafts/c.txt': 'Shinzo_Abe: no.' }

/** A corpus with decisions, run; and what its files say. */
async function runWith(...decisions: unknown[]) {
  const corpus = folder({ ...texts, 'hearsay.json': file(...decisions) })
  const output = folder()
  const report = await runFake(corpus, output, fakePipeline())
  const read = (name: string) => JSON.parse(readFileSync(join(output, '5-corpus', `${name}.json`), 'utf8')) as Record<string, never>
  return { corpus, output, report, read }
}

describe('a run', () => {
  test('does not take hearsay.json for an article', async () => {
    const { report } = await runWith()
    expect(report.files.map(({ file }) => file)).toEqual(['a.txt', 'b.txt', 'drafts/c.txt'])
  })

  test('does not read a file that is ignored, and says so', async () => {
    const { report, output } = await runWith({ ignore: { file: 'drafts/' }, why: 'not published', by: 'Ann' }, { ignore: { file: 'b.text' } })
    expect(report.files.map(({ file, outcome, reason }) => [file, outcome, reason])).toEqual([['a.txt', 'read', null], ['b.txt', 'read', null], ['drafts/c.txt', 'skipped', 'ignored, as hearsay.json, by Ann: not published']])
    expect(report.totals).toMatchObject({ files: 3, read: 2, skipped: 1 })
    expect(Object.keys(contents(output)).some((name) => name.includes('c.txt'))).toBe(false)
    expect(report.undone).toEqual([expect.stringMatching(/hearsay\.json:\d+: no article "b\.text" is in the corpus; did you mean "b\.txt"\?$/)])
  })

  test('gives words to whom the user says', async () => {
    const says = { article: 'b.txt', start: 6, end: 31, text: ' we shall see. 2016-11-22' }
    const { read, report } = await runWith({ speaker: 'person/vladimir-putin', says, why: 'it was he' })
    expect(report.undone).toEqual([])
    expect(read('decisions')['speakers']).toEqual([{ article: 'b.txt', attribution: 'a1', entity: 'person/vladimir-putin', why: 'hearsay.json: it was he' }])
    expect((read('quotes')['quotes'] as unknown as { speakers: string[] }[]).map(({ speakers }) => speakers)).toEqual([['person/vladimir-putin'], ['person/vladimir-putin'], ['person/shinzo-abe']])
  })

  test('finds the words where they stand by now, and says when they are gone', async () => {
    const elsewhere = await runWith({ speaker: 'Vladimir Putin', says: { article: 'b.txt', start: 400, end: 450, text: 'we shall see' } })
    expect(elsewhere.report.undone).toEqual([])
    const gone = await runWith({ speaker: null, says: { article: 'b.txt', start: 6, end: 31, text: 'we shall swim' } })
    expect(gone.report.undone).toEqual([expect.stringContaining('it no longer fits: b.txt has no attribution "we shall swim" at 6; there is " we shall see. 2016-11-22"')])
    const nobody = await runWith({ speaker: 'Vladmir Putin', says: { article: 'b.txt', text: 'we shall see' } })
    expect(nobody.report.undone[0]).toContain('did you mean "Vladimir Putin"?')
  })

  test('makes nothing but the corpus level again when only hearsay.json has changed, and the same as from nothing', async () => {
    const { corpus, output } = await runWith()
    put(corpus, { 'hearsay.json': file({ same: ['Vladimir Putin', 'person/putin@b.txt'] }) })
    const calls: string[] = []
    await runFake(corpus, output, fakePipeline({ calls }))
    expect(calls).toEqual([])
    const clean = folder()
    await runFake(corpus, clean, fakePipeline())
    expect(contents(output)).toEqual(contents(clean))
    const before = contents(output)
    const again = await runFake(corpus, output, fakePipeline())
    expect(contents(output)).toEqual(before)
    expect(again.totals).toMatchObject({ decisions: 1, undone: 0 })
  })

  test('says in the next run again what it could not do', async () => {
    const { corpus, output, report } = await runWith({ same: ['Nobody', 'Vladimir Putin'] })
    expect(report.undone.length).toBe(1)
    expect((await runFake(corpus, output, fakePipeline())).undone).toEqual(report.undone)
  })

  test('stops before anything is done where hearsay.json cannot be understood', async () => {
    const corpus = folder({ ...texts, 'hearsay.json': '{' })
    const output = folder()
    await expect(runFake(corpus, output, fakePipeline())).rejects.toThrow('hearsay.json:1: expected a name')
    expect(contents(output)).toEqual({})
    writeFileSync(join(corpus, 'hearsay.json'), '{}')
    chmodSync(join(corpus, 'hearsay.json'), 0o600)
    await expect(runFake(corpus, output, fakePipeline())).rejects.toThrow('it should read { "decisions": [ … ] }')
  })
})
