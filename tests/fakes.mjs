// A pipeline that is fast and knows nothing, for tests of reruns, kills and faults, where it does not matter what is found.
// Plain JavaScript, so that a test can start it as a process of its own without a compiler: see fake-run.mjs.
import { createHash } from 'node:crypto'

export function fakePipeline({ versions = {}, data = {}, calls = [], slow = 0 } = {}) {
  const stage = (writes, reads, run) => ({
    writes,
    reads,
    version: versions[writes] ?? 1,
    data: data[writes] ?? [],
    run(input, lexicon) {
      calls.push(`${writes} ${input.tokens.article.path}`)
      return run(input, (data[writes] ?? []).flatMap((name) => [...lexicon.words(name)]))
    }
  })
  return {
    loadReader: async () => ({ sha256: 'fake', read: async () => [] }),
    first: {
      version: versions.tokens ?? 1,
      data: data.tokens ?? [],
      async read(source, { anyLanguage }) {
        calls.push(`tokens ${source.path}`)
        if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow))
        return readFake(source, anyLanguage)
      }
    },
    stages: [stage('speakers', ['tokens'], fakeSpeakers), stage('entities', ['tokens', 'speakers'], fakeEntities), stage('claims', ['tokens', 'speakers', 'entities'], fakeClaims)],
    corpusData: []
  }
}

function readFake({ path, bytes }, anyLanguage) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (text.startsWith('PNG')) return { outcome: 'failed', reason: 'no text' }
  if (text.startsWith('DE ') && !anyLanguage) return { outcome: 'skipped', reason: 'language de' }
  const tokens = [...text.matchAll(/\S+/g)].map((match, index) => ({
    ...spanOf(text, match.index, match.index + match[0].length),
    lemma: match[0].toLowerCase(),
    tag: 'NN',
    head: index === 0 ? null : index - 1,
    relation: index === 0 ? 'root' : 'dep',
    name: 'O',
    role: 'O',
    of: null,
    same: null,
    sure: { name: 1, role: 1, tie: 1 }
  }))
  const all = tokens.length > 0 ? [spanOf(text, tokens[0].start, tokens.at(-1).end)] : []
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const published = /\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null
  const article = { id: path, path, sha256, title: null, published, dateline: null, byline: null, source: null, language: 'en', encoding: 'utf-8', format: 'text', boilerplate: [] }
  return { outcome: 'read', layer: { article, text, paragraphs: all, sentences: all, tokens }, notes: tokens.length === 0 ? ['empty'] : [] }
}

/** "Word: rest" is said by Word. */
function fakeSpeakers({ tokens: { text, tokens } }) {
  if (text.includes('BUG')) throw new Error('this stage does not like bugs')
  const attributions = tokens
    .filter((token) => token.text.endsWith(':'))
    .map((token, index) => {
      const name = spanOf(text, token.start, token.end - 1)
      const speaker = { span: name, how: 'name', chain: [], candidates: [], why: 'fake' }
      return { id: `a${index + 1}`, type: 'direct', kind: 'statement', content: [spanOf(text, token.end, text.length)], cue: [], source: [name], speaker, polarity: 'affirmed', confidence: 1, rule: 'fake' }
    })
    .slice(0, 1)
  return { marks: [], attributions, problems: [] }
}

/** A word with a capital is a person; "_" stands for a blank. */
function fakeEntities({ tokens: { text, tokens }, speakers }, words) {
  const byId = new Map()
  for (const token of tokens) {
    const [word] = /^\p{Lu}[\p{L}_]*/u.exec(token.text) ?? []
    if (!word || words.includes(word)) continue
    const id = `person/${word.toLowerCase().replace(/_/g, '-')}`
    const mention = { ...spanOf(text, token.start, token.start + word.length), form: 'name', rule: 'fake' }
    const entity = byId.get(id) ?? { id, kind: 'person', name: word.replace(/_/g, ' '), aliases: [], mentions: [], facts: null, rule: 'fake', confidence: 1 }
    byId.set(id, { ...entity, mentions: [...entity.mentions, mention] })
  }
  const idOf = ({ text }) => `person/${text.toLowerCase().replace(/_/g, '-')}`
  return {
    entities: [...byId.values()],
    speakers: speakers.attributions.map(({ id, speaker }) => ({ attribution: id, entity: byId.has(idOf(speaker.span)) ? idOf(speaker.span) : null, why: 'fake' })),
    dates: []
  }
}

function fakeClaims({ tokens: { text, sentences }, entities: { entities } }) {
  const sentence = sentences[0]
  if (!sentence) return { claims: [], withheld: 0 }
  const predicate = { spans: [sentence], lemma: 'be', phrase: 'is' }
  const time = { tense: 'past', value: null, span: null }
  const claim = { id: 'c1', sentence, text: text.slice(0, 80), subject: null, predicate, object: null, complements: [], polarity: 'positive', certainty: 'stated', time, place: null, on: 'article' }
  return { claims: [{ ...claim, about: entities.map(({ id }) => id).sort(), checkable: { score: 0, why: [] }, confidence: 1, rule: 'fake' }], withheld: 0 }
}

const spanOf = (text, start, end) => ({ start, end, text: text.slice(start, end) })
