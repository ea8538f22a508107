import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, write, type Marking } from '../src/markup.js'
import type { Claim, Entities, Span, Speakers, Token, Tokens } from '../src/model.js'
import { spanOf } from '../src/span.js'
import { allRules, type Rules } from '../src/stages/4-claims/drafts.js'
import { claims, claimsAndReports, wholeClaims } from '../src/stages/4-claims/index.js'
import { layersOf } from './claims-layers.js'
import { lexicon, tokensOf } from './support.js'

const speakers: Speakers = { marks: [], attributions: [], problems: [] }
const entities: Entities = { entities: [], speakers: [], dates: [] }

const claimsOf = async (text: string, rules: Rules = allRules): Promise<Claim[]> =>
  wholeClaims({ tokens: await tokensOf(text), speakers, entities }, lexicon, rules)

const spansOfClaim = ({ subject, predicate, object, complements }: Claim): { label: string; spans: readonly Span[] }[] => [
  { label: 'subject', spans: subject?.spans ?? [] },
  { label: 'predicate', spans: predicate.spans },
  { label: 'object', spans: object?.spans ?? [] },
  ...complements.map(({ spans }) => ({ label: 'complement', spans }))
]

/** The text with the parts of one claim marked, as in the rules' examples. */
const drawn = (text: string, claim: Claim | undefined): string =>
  claim ? write(text, spansOfClaim(claim).flatMap(({ label, spans }) => spans.map(({ start, end }): Marking => ({ label, start, end })))) : text

async function check(example: string, rules: Rules, name: string): Promise<void> {
  const { text } = read(example)
  const found = await claimsOf(text, rules)
  expect(drawn(text, found.find(({ rule }) => rule.split('+').includes(name)))).toBe(example)
}

describe('every rule answers its own example, alone', () => {
  test.each(allRules.clauses.map((rule) => [rule.name, rule] as const))('%s', async (name, rule) => {
    await check(rule.example, { clauses: [rule], subjects: allRules.subjects, nouns: [] }, name)
  })
  // That a subject is the clause's own is not told in the rule of a claim.
  test.each(allRules.subjects.filter(({ name }) => name !== 'own-subject' && name !== 'noun-before-verb').map((rule) => [rule.name, rule] as const))('%s', async (name, rule) => {
    await check(rule.example, { clauses: allRules.clauses, subjects: [rule], nouns: [] }, name)
  })
  test.each(allRules.nouns.map((rule) => [rule.name, rule] as const))('%s', async (name, rule) => {
    await check(rule.example, { clauses: [], subjects: [], nouns: [rule] }, name)
  })
})

/** A case: `# title`, the text, then one line a claim: `- line {polarity certainty tense hearsay}`, each only where it is not positive, stated, past, the article's. */
const cases = readFileSync(new URL('./cases/claims.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((block) => {
    const [title = '', ...lines] = block.trim().split('\n')
    return { title, text: lines.filter((line) => !line.startsWith('- ')).join('\n'), expected: lines.filter((line) => line.startsWith('- ')) }
  })

const line = ({ text, polarity, certainty, time, on }: Claim): string => {
  const notes = [polarity === 'positive' ? '' : polarity, certainty === 'stated' ? '' : certainty, time.tense === 'past' ? '' : time.tense, on === 'article' ? '' : 'hearsay'].filter(Boolean)
  return `- ${text}${notes.length === 0 ? '' : ` {${notes.join(' ')}}`}`
}

describe('cases', () => {
  test.each(cases.map(({ title, ...rest }) => [title, rest] as const))('%s', async (_, { text, expected }) => {
    expect((await claimsOf(text)).map(line)).toEqual(expected)
  })
})

const told = async (marked: string, denied: readonly string[] = []): Promise<readonly Claim[]> => wholeClaims(await layersOf(marked, denied), lexicon)

describe('on whose word', () => {
  test('the speaker answers for what is inside, the article for the rest, and saying it is no claim', async () => {
    const found = await told('Lind [cue=a1 said] [content=a1 that Norland signed the treaty]. Suderland rejected the treaty.')
    expect(found.map(({ text, on }) => [text, on])).toEqual([
      ['Norland – signed – the treaty', { entity: 'person/ada-lind', attribution: 'a1' }],
      ['Suderland – rejected – the treaty', 'article']
    ])
  })
  test('of nested attributions the inner one counts', async () => {
    const [claim] = await told('Lind [cue=a1 said] [content=a1 that Berg [cue=a2 believes] [content=a2 that Norland signed the treaty]].')
    expect(claim?.on).toEqual({ entity: 'person/ada-lind', attribution: 'a2' })
  })
  test("an insertion in brackets is the editor's word, not the speaker's", async () => {
    const found = await told('[content=a1 “We will meet \\[Prime Minister Jon Berg\\] in Oslo,”] Lind [cue=a1 said].')
    expect(found.map(({ text, on }) => [text, on === 'article' ? on : on.attribution])).toEqual([
      [expect.stringContaining('will meet'), 'a1'],
      ['Jon Berg – [is] – Prime Minister', 'article']
    ])
  })
  test('the first person in a quotation is the speaker, in the text it stays as it is', async () => {
    const [claim] = await told('[content=a1 “We visited the islands,”] Lind [cue=a1 said].')
    expect(claim?.subject).toMatchObject({ text: 'We', entity: 'person/ada-lind' })
  })
  test('what is denied is negative, on the word of who denies it', async () => {
    const [claim] = await told('Lind [cue=a1 denied] [content=a1 that Norland occupied the islands].', ['a1'])
    expect(claim).toMatchObject({ polarity: 'negative', on: { attribution: 'a1' } })
  })
  test('"would" under a report is a future, not a condition', async () => {
    const [claim] = await told('Lind [cue=a1 said] [content=a1 that Norland would sign the treaty].')
    expect(claim).toMatchObject({ certainty: 'stated', time: { tense: 'future' } })
  })
})

describe('entities, time and place', () => {
  test('arguments carry their entities, the claim its date and place', async () => {
    const [claim] = await told('In [date=2016-09 September], [entity=person/ada-lind Ada Lind] met [entity=person/ola-berg Ola Berg] in [entity=place/oslo Oslo].')
    expect(claim).toMatchObject({
      subject: { entity: 'person/ada-lind' },
      object: { entity: 'person/ola-berg' },
      time: { tense: 'past', value: '2016-09', span: { text: 'September' } },
      place: 'place/oslo',
      about: ['person/ada-lind', 'person/ola-berg', 'place/oslo']
    })
  })
  test('two joined are no single entity, but both are what it is about', async () => {
    const [claim] = await told('[entity=country/norland Norland] and [entity=country/suderland Suderland] signed the treaty.')
    expect(claim).toMatchObject({ subject: { entity: null }, about: ['country/norland', 'country/suderland'] })
  })
  test('a date, a name and a past event can be checked, an opinion hardly', async () => {
    const [event] = await told('[entity=person/ada-lind Ada Lind] visited Oslo in [date=2016-09 September].')
    const [opinion] = await told('It is a wonderful treaty.')
    expect(event?.checkable.why).toEqual(['date', 'subject is named', 'past event'])
    expect(opinion?.checkable.why).toContain('− opinion')
    expect(opinion?.checkable.score).toBeLessThan(event?.checkable.score ?? 0)
  })
})

test('boilerplate, byline and dateline make no claims', async () => {
  const tokens = await tokensOf('Norland signed the treaty. This story first appeared elsewhere.')
  const boilerplate = [spanOf(tokens.text, 27, tokens.text.length)]
  const found = wholeClaims({ tokens: { ...tokens, article: { ...tokens.article, boilerplate } }, speakers, entities }, lexicon)
  expect(found.map(({ text }) => text)).toEqual(['Norland – signed – the treaty'])
})

test('the same said twice is one claim', async () => {
  expect((await claimsOf('Norland signed the treaty. Norland signed the treaty.')).length).toBe(1)
})

const tags = ['NN', 'NNP', 'NNS', 'VBD', 'VBZ', 'VB', 'VBG', 'VBN', 'IN', 'DT', 'PRP', 'CC', ',', 'MD', 'WDT', 'TO', 'RB', 'POS', 'EX']
const relations = ['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'root', 'conj', 'cop', 'aux', 'xcomp', 'ccomp', 'advcl', 'acl', 'acl:relcl', 'appos', 'nmod', 'nmod:poss', 'case', 'mark', 'expl', 'det', 'punct', 'advmod', 'flat', 'nsubj:outer']
const words = ['there', 'never', 'no', 'Lind', 'signed', 'that', 'who', 'to', ',', '“', '🎉', 'president', 'claims', '-', 'said', 'if', 'without', '(']

/** Trees as no parser should make them: any tag, any relation, heads in loops and outside the sentence. */
const tree = fc
  .array(fc.record({ word: fc.constantFrom(...words), tag: fc.constantFrom(...tags), relation: fc.constantFrom(...relations), head: fc.option(fc.nat(14)), name: fc.constantFrom('O', 'B-Person', 'I-Person') }), { minLength: 1, maxLength: 15 })
  .map((rows): Tokens => {
    let text = ''
    const tokens = rows.map(({ word, tag, relation, head, name }): Token => {
      const start = text.length
      text += `${word} `
      return { start, end: start + word.length, text: word, lemma: word.toLowerCase(), tag, head: head !== null && head < rows.length ? head : null, relation, name, role: 'O', of: null, same: null, sure: { name: 1, role: 1, tie: 1 } }
    })
    const half = tokens[tokens.length >> 1]?.start ?? 0
    const sentences = [spanOf(text, 0, half), spanOf(text, half, text.length)].filter(({ start, end }) => start < end)
    return { article: { id: 't', path: 't', sha256: '', title: null, published: null, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text', boilerplate: [] }, text, paragraphs: [spanOf(text, 0, text.length)], sentences, tokens }
  })

test('whatever the tree, every span is the text, inside its sentence, and no word is in two parts', () => {
  fc.assert(
    fc.property(tree, (tokens) => {
      for (const claim of claims.run({ tokens, speakers, entities }, lexicon).claims) {
        const spans = spansOfClaim(claim).flatMap((part) => part.spans)
        for (const { start, end, text } of spans) {
          expect(tokens.text.slice(start, end)).toBe(text)
          expect(claim.sentence.start <= start && end <= claim.sentence.end).toBe(true)
        }
        const sorted = [...spans].sort((a, b) => a.start - b.start)
        sorted.slice(1).forEach((span, index) => expect(sorted[index]?.end).toBeLessThanOrEqual(span.start))
      }
    }),
    { numRuns: 1500 }
  )
})

test('a sentence of 5,000 words takes no more than its share of time', async () => {
  const one = await tokensOf('Norland signed the treaty and Suderland rejected the plan because the king left.')
  const repeat = (times: number): Tokens => {
    const step = one.tokens.length
    const width = one.text.length + 1
    const tokens = Array.from({ length: times }, (_, round) =>
      one.tokens.map((token, index) => ({ ...token, start: token.start + round * width, end: token.end + round * width, head: token.head === null ? (round === 0 ? null : round * step - step + index) : token.head + round * step, relation: token.head === null && round !== 0 ? 'conj' : token.relation }))
    ).flat()
    const text = Array.from({ length: times }, () => one.text).join(' ')
    return { ...one, text, tokens, sentences: [spanOf(text, 0, text.length)], paragraphs: [spanOf(text, 0, text.length)] }
  }
  const time = (layer: Tokens) => {
    const { user } = process.cpuUsage()
    claims.run({ tokens: layer, speakers, entities }, lexicon)
    return process.cpuUsage().user - user
  }
  time(repeat(100))
  expect(time(repeat(400))).toBeLessThan(16 * Math.max(time(repeat(100)), 20_000))
})
