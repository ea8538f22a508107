import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../src/data/lexicon.js'
import { readSource } from '../src/stages/1-tokens/read.js'
import { boilerplateRules } from '../src/stages/1-tokens/read/boilerplate-rules.js'
import { bylineForms } from '../src/stages/1-tokens/read/byline.js'
import { dateForms } from '../src/stages/1-tokens/read/date.js'
import { datelineForms } from '../src/stages/1-tokens/read/dateline.js'
import { outletForms } from '../src/stages/1-tokens/read/outlet.js'

const lexicon = loadLexicon('data')

const readBytes = (bytes: Uint8Array | string, path = 'a.txt', anyLanguage = false) =>
  readSource({ path, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }, lexicon, { anyLanguage })

async function readOk(bytes: Uint8Array | string, path = 'a.txt', anyLanguage = false) {
  const result = await readBytes(bytes, path, anyLanguage)
  if (result.outcome !== 'read') throw new Error(result.reason)
  return result
}

const english = 'The ferry between the two islands runs once a day from Monday, the ministry said, and nobody in Port Halvard knows why it is so.'

describe('bytes become text', () => {
  test('a byte-order mark stays in the text and is counted', async () => {
    const { text, paragraphs, article } = await readOk(`\ufeff${english}`)
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(paragraphs[0]?.start).toBe(1)
    expect(article.encoding).toBe('utf-8')
  })

  test.each(['utf-16le', 'utf-16be'])('%s, with its mark and without', async (encoding) => {
    for (const mark of ['\ufeff', '']) {
      const { text, article, notes } = await readOk(iconv.encode(mark + english, encoding, { addBOM: false }))
      expect(text).toBe(mark + english)
      expect(article.encoding).toBe(encoding)
      expect(notes).toEqual([`encoding ${encoding}`])
    }
  })

  test.each([
    ['windows-1252', `${english} “Bürgermeister Møller” – café, naïve, Señor Peña’s façade.`],
    ['shift_jis', `${english} 内閣総理大臣は月曜日に日本を訪問すると述べた。安倍晋三首相と話し合う意向である。`],
    ['windows-1251', `${'Паром между двумя островами с понедельника ходит только один раз в день, сообщило министерство. '.repeat(3)}`]
  ])('%s is recognised and noted', async (encoding, content) => {
    const { text, notes } = await readOk(iconv.encode(content, encoding), 'a.txt', true)
    expect(text).toBe(content)
    expect(notes[0]).toMatch(/^encoding [\w-]+, guessed$/)
  })

  test('a page says its encoding itself', async () => {
    const page = `<html><head><meta charset="iso-8859-2"></head><body><p>${english}</p><p>${english} Łódź, Dvořák.</p></body></html>`
    const { text, notes } = await readOk(iconv.encode(page, 'iso-8859-2'), 'a.html')
    expect(text).toContain('Łódź, Dvořák.')
    expect(notes).toContain('encoding iso-8859-2, as declared')
  })

  test('UTF-8 with a spoilt byte is read, and the place noted', async () => {
    const bytes = Buffer.concat([Buffer.from(`${english} “Møller” – café’s. `), Buffer.from([0xff]), Buffer.from('End.')])
    const { text, notes } = await readOk(bytes)
    expect(text.endsWith(' \ufffdEnd.')).toBe(true)
    expect(notes).toEqual(['invalid UTF-8 at 1 place, read as U+FFFD'])
  })

  test('NUL, CRLF, emoji, right-to-left and combining marks stay where they are', async () => {
    const odd = `🦊 ${english}\0\r\n\r\nשלום ${english} e\u0301\u00ad\r\n`
    const { text, paragraphs } = await readOk(odd)
    expect(text).toBe(odd)
    expect(paragraphs.map((span) => odd.slice(span.start, span.end))).toEqual([odd.slice(0, odd.indexOf('\r')), odd.slice(odd.indexOf('ש')).trimEnd()])
  })

  test.each([
    ['a PNG picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a ZIP archive or a .docx', Buffer.from('PK\x03\x04\x14\0\x06\0')],
    ['^not text', Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 7919) % 251))]
  ])('%s is no text', async (what, bytes) => {
    const result = await readBytes(bytes)
    expect(result.outcome).toBe('failed')
    expect(result).toHaveProperty('reason', expect.stringMatching(what))
  })

  test.each(['', ' ', '\ufeff', '\n\n \t\r\n', '\u00a0'])('%j is read: no paragraphs, and a note', async (blank) => {
    for (const path of ['a.txt', 'a.md', 'a.html']) {
      const { paragraphs, notes, article } = await readOk(blank, path)
      expect(paragraphs).toEqual([])
      expect(notes).toEqual(['empty'])
      expect(article.language).toBe('und')
    }
  })
})

describe('languages', () => {
  const german = 'Die Fähre zwischen den beiden Inseln fährt ab Montag nur noch einmal am Tag, sagte das Ministerium, und niemand in Port Halvard weiß, warum das so ist.'

  test.each([
    ['de', german],
    ['nl', 'De veerboot tussen de twee eilanden vaart vanaf maandag nog maar een keer per dag, zei het ministerie, en niemand in Port Halvard weet waarom dat zo is.'],
    ['fr', 'Le bac entre les deux îles ne circule plus qu’une fois par jour à partir de lundi, a dit le ministère, et personne à Port Halvard ne sait pourquoi.'],
    ['ru', 'Паром между двумя островами с понедельника ходит только один раз в день, сообщило министерство, и никто в порту не знает почему.'],
    ['ja', '二つの島を結ぶ連絡船は月曜日から一日一便になると省が発表した。港町の人々は誰もその理由を知らないという。']
  ])('%s is skipped', async (language, text) => expect(await readBytes(text)).toEqual({ outcome: 'skipped', reason: `language ${language}` }))

  test('any language is read when asked for', async () => {
    expect(await readBytes(german, 'a.txt', true)).toMatchObject({ outcome: 'read', article: { language: 'de' } })
  })

  test('an English headline does not hide a German article', async () => {
    expect((await readBytes(`The ferry between the islands\n\n${german.repeat(60)}`)).outcome).toBe('skipped')
  })

  test.each(['Ferry late', 'Fähre spät', '12 34 56', '🦊🦊🦊'])('%j is too short to tell, and read', async (text) => expect((await readOk(text)).article.language).toBe('und'))

  test('English is English', async () => expect((await readOk(english)).article.language).toBe('en'))
})

describe('Markdown', () => {
  test('front matter gives the head, blocks give the paragraphs, marks are gone', async () => {
    const { article, text, paragraphs } = await readOk(
      `---\ntitle: Ferry Cut\ndate: 2016-11-21\nauthor: [Jane Doe, John Roe]\nsource: Halvard Courier\n---\n# Ferry *Cut*\n\n${english}\n**Bold** and [linked](http://example.org).\n\n> Quoted,\n> twice.\n\n1. one\n2. two\n   * nested\n\n| Island | Area |\n|---|--:|\n| Halvard | 39 |\n\n<div>From <b>HTML</b> &amp; more</div>\n\n![a boat](x.png)\n\n\`\`\`\ncode\n\`\`\`\n`,
      'a.md'
    )
    expect(paragraphs.map((span) => span.text)).toEqual([
      'Ferry Cut', `${english} Bold and linked.`, 'Quoted, twice.', 'one', 'two', 'nested', 'Island | Area', 'Halvard | 39', 'From HTML & more', 'code'
    ])
    expect(text).toBe(paragraphs.map((span) => span.text).join('\n\n'))
    expect(article).toMatchObject({ format: 'markdown', title: { start: 0, text: 'Ferry Cut' }, published: '2016-11-21', byline: 'Jane Doe, John Roe', source: 'Halvard Courier' })
  })

  test('a first heading is the title, even with a full stop', async () => {
    expect((await readOk(`# It is over.\n\n${english}`, 'a.md')).article.title).toMatchObject({ text: 'It is over.' })
  })

  test('front matter that is no YAML stays in the text', async () => {
    const { text, notes, article } = await readOk(`---\ntitle: "a" b: [\n---\n${english}`, 'a.md')
    expect(text).toContain('title: "a" b: [')
    expect(notes).toEqual(['front matter is not YAML and was read as text'])
    expect(article.published).toBeNull()
  })

  test('front matter is never run', async () => {
    const { text } = await readOk(`---js\n{ title: (globalThis.ran = 'ran') }\n---\n${english}`, 'a.md')
    expect(globalThis).not.toHaveProperty('ran')
    expect(text).toContain(english)
  })
})

describe('HTML', () => {
  const page = (body: string, head = '') => `<!doctype html><html><head><title>Site</title>${head}</head><body>${body}</body></html>`
  const paragraphs = Array.from({ length: 6 }, (_, index) => `<p>Paragraph ${index}: ${english}</p>`).join('')

  test('the article is read, menus, scripts and notices are not', async () => {
    const { article, text } = await readOk(
      page(
        `<nav><a href="/">Home</a> <a href="/w">World news</a></nav><script>var a = "not text"</script><article><h1>Ferry Cut</h1>${paragraphs}<figure><img src="x"><figcaption>A ferry at sea.</figcaption></figure><p>Two<br>lines &ndash; &eacute;</p></article><aside>Most read</aside><footer>Imprint</footer>`,
        '<meta property="og:title" content="Ferry Cut"><meta property="og:site_name" content="Halvard Courier"><meta name="author" content="By Jane Doe"><meta property="article:published_time" content="2016-11-21T10:00:00+09:00">'
      ),
      'a.html'
    )
    expect(text.split('\n\n')[0]).toBe(`Paragraph 0: ${english}`)
    expect(text).toContain('Two\nlines – é')
    for (const noise of ['not text', 'World news', 'Most read', 'Imprint']) expect(text).not.toContain(noise)
    expect(article).toMatchObject({ format: 'html', title: 'Ferry Cut', published: '2016-11-21', byline: 'Jane Doe', source: 'Halvard Courier' })
    expect(article.boilerplate.map((span) => span.text)).toEqual(['A ferry at sea.'])
  })

  test('JSON-LD speaks first, also from a list or a graph; broken JSON-LD says nothing', async () => {
    const data = { '@graph': [{ '@type': 'WebSite', name: 'x' }, { '@type': 'NewsArticle', headline: 'Ferry Cut', datePublished: '2016-11-21', author: [{ name: 'Jane Doe' }, { name: 'John Roe' }], publisher: { name: 'Halvard Courier' } }] }
    const head = `<script type="application/ld+json">{"broken"</script><script type="application/ld+json">${JSON.stringify(data)}</script><meta property="og:title" content="Other">`
    expect((await readOk(page(paragraphs, head), 'a.html')).article).toMatchObject({ title: 'Ferry Cut', published: '2016-11-21', byline: 'Jane Doe, John Roe', source: 'Halvard Courier' })
  })

  test('a page without an article is read whole', async () => {
    const { text, notes } = await readOk(page('<div>The ferry is late.</div><table><tr><td>Halvard</td><td>39</td></tr></table><ul><li>one<li>two</ul>'), 'a.html')
    expect(text).toBe('The ferry is late.\n\nHalvard | 39\n\none\n\ntwo')
    expect(notes).toEqual(['no article found in the page: its whole body was read'])
  })

  test('drawings and data in scripts do not count as nesting', async () => {
    const { notes, text } = await readOk(page(`<svg>${'<path d="M0 0"/><g>'.repeat(900)}</svg><script>${JSON.stringify('<div><b>').repeat(900)}</script><article>${paragraphs}</article>`), 'a.html')
    expect(notes).toEqual([])
    expect(text.split('\n\n')).toHaveLength(6)
  })

  test('a fragment, and a page in capitals', async () => {
    expect((await readOk(`<P>${english}</P><P>${english}</P>`, 'a.HTM')).paragraphs.map(({ text }) => text)).toEqual([english, english])
  })
})

describe('hostile files end soon', () => {
  const soon = 20_000
  const deep = 100_000

  test.each([
    ['nested tags', '<div>'.repeat(deep) + english + '</div>'.repeat(deep), 'a.html'],
    ['tags never closed', '<b><i>'.repeat(deep) + english, 'a.html'],
    ['attributes never closed', `${english}<a href="`.repeat(5000), 'a.html'],
    ['scripts never closed', `${english}<script>`.repeat(5000), 'a.html'],
    ['comments never closed', `${english}<!--`.repeat(5000), 'a.html'],
    ['quote marks of Markdown', `${'>'.repeat(deep)} ${english}`, 'a.md'],
    ['brackets of Markdown', `${english} ${'[a](b'.repeat(deep)}`, 'a.md'],
    ['nested lists', Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}* ${english}`).join('\n'), 'a.md'],
    ['a deep JSON-LD', `<script type="application/ld+json">${'['.repeat(5000)}${']'.repeat(5000)}</script><p>${english}</p>`, 'a.html']
  ])('%s', async (_, content, path) => expect((await readOk(content, path)).text).toContain(english), soon)

  test.each([
    ['one paragraph of 2 MB', `${english} `.repeat(16000)],
    ['2 MB of blanks', english + ' '.repeat(2_000_000) + english],
    ['a million line breaks', english + '\n'.repeat(1_000_000) + english],
    ['a million blank lines', english + ' \r\n'.repeat(700_000) + english],
    ['50,000 short lines', `${english.slice(0, 30)}\n`.repeat(50_000)]
  ])(
    '%s: in time that grows with the length',
    async (_, text) => {
      await readOk(text.slice(0, 100))
      const start = performance.now()
      await readOk(text)
      expect(performance.now() - start).toBeLessThan(10_000)
    },
    soon
  )

  test('no pattern backtracks without end', () => {
    const patterns = [...boilerplateRules, ...bylineForms, ...datelineForms, ...outletForms, ...dateForms]
    const pieces = ['A', 'Aa ', 'By Aa ', 'AA ', 'Aa, ', 'Aa and ', '(', ' ', '1', '1 ', '@a', 'a@', 'read ', 'Follow a ', 'Copyright ', '—', '. ', 'Reporting by Aa, ', '(Aa/', 'contributed ', 'http://a.', '2016-']
    for (const { name, pattern } of patterns)
      for (const piece of pieces) {
        const text = piece.repeat(3000)
        const start = performance.now()
        for (const lead of ['', 'By ', '(Reporting by ', 'This story ', 'LIMA, ', 'Follow ']) void (lead + text).slice(0, 5000).match(pattern)
        expect(performance.now() - start, `${name} on ${piece}`).toBeLessThan(2000)
      }
  }, soon)
})
