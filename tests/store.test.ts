import fc from 'fast-check'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError } from '../src/error.js'
import { members, pretty } from '../src/format.js'
import { seal, unseal } from '../src/store/envelope.js'
import { articlePath, findArticles, outputPath } from '../src/store/index.js'
import { writeTrouble } from '../src/store/trouble.js'
import { isLeftover, writeWhole } from '../src/store/write.js'
import { folder } from './folders.js'

describe('output paths', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '%', '"', "'", '\n', '\\', ':', 'é', '🌋', '2', '5', 'j', 's', 'o', 'n', '.json', '.txt'), minLength: 1, maxLength: 12 }).filter((text) => !/^\.{1,2}$/.test(text))
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))

  test('lead back to the article', () => {
    fc.assert(fc.property(path, (article) => void expect(articlePath(outputPath(article))).toBe(article)))
  })

  test('never are one for two articles, nor a file for one and a folder for the other', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        fc.pre(one !== other && !one.startsWith(`${other}/`) && !other.startsWith(`${one}/`))
        expect(outputPath(one)).not.toBe(outputPath(other))
        expect(outputPath(one).startsWith(`${outputPath(other)}/`)).toBe(false)
      })
    )
  })

  test('a very long name is cut into pieces that a file system holds', () => {
    for (const article of ['x'.repeat(250) + '.txt', '島'.repeat(83) + '.txt', 'n\n'.repeat(120) + '.txt', `${'folder'.repeat(42)}/a.txt`]) {
      expect(Math.max(...outputPath(article).split('/').map((part) => Buffer.byteLength(part)))).toBeLessThanOrEqual(255)
      expect(articlePath(outputPath(article))).toBe(article)
    }
  })

  test('plain names stay plain', () => expect(outputPath('2016/Putin & Abe’s “talks”.txt')).toBe('2016/Putin & Abe’s “talks”.txt.json'))

  test('what hearsay would not have written is nobody’s', () => {
    for (const strange of ['a.txt', 'a%zz.json', 'a\n.txt.json', '%41.txt.json']) expect(articlePath(strange)).toBe(null)
  })
})

describe('finding articles', () => {
  test('in folders of folders, in one order, whatever their names', () => {
    const corpus = folder({ 'b.txt': '', 'a.md': '', 'a.txt': '', 'B/x.HTML': '', 'B/ü 🌋.htm': '', 'new\nline.markdown': '', 'it\'s "so".txt': '' })
    expect(findArticles({ corpus, output: join(corpus, 'out') }).articles.map(({ path }) => path)).toEqual(['B/x.HTML', 'B/ü 🌋.htm', 'a.md', 'a.txt', 'b.txt', 'it\'s "so".txt', 'new\nline.markdown'])
  })

  test('every other file has its reason', () => {
    const outside = folder({ 'secret.txt': 'not yours' })
    const corpus = folder({ 'a.txt': '', 'picture.png': '', '.draft.txt': '', '.DS_Store': '', 'sub/b.txt': '', 'output/c.txt': '' })
    symlinkSync(join(outside, 'secret.txt'), join(corpus, 'leak.txt'))
    symlinkSync(outside, join(corpus, 'leaks'))
    symlinkSync('..', join(corpus, 'sub/loop'))
    symlinkSync('self.txt', join(corpus, 'self.txt'))
    symlinkSync('nowhere.txt', join(corpus, 'dangling.txt'))
    symlinkSync('../a.txt', join(corpus, 'sub/again.txt'))
    const { articles, others } = findArticles({ corpus, output: join(corpus, 'output') })
    expect(articles.map(({ path }) => path)).toEqual(['a.txt', 'sub/again.txt', 'sub/b.txt'])
    expect(Object.fromEntries(others.map(({ path, reason }) => [path, reason]))).toEqual({
      '.draft.txt': 'hidden: its name begins with a dot',
      'picture.png': 'no article: hearsay reads .txt .md .markdown .html .htm',
      'leak.txt': 'a link that leads out of the corpus; copy the file into it',
      leaks: 'a link that leads out of the corpus; copy the file into it',
      'sub/loop': 'a link that leads back to a folder that it lies in',
      'self.txt': 'a link that leads back to itself',
      'dangling.txt': 'a link that leads nowhere'
    })
  })

  test('folders that link to one another are read once more each, not for ever', () => {
    const corpus = folder({ 'a/1.txt': '', 'b/2.txt': '' })
    symlinkSync('../b', join(corpus, 'a/b'))
    symlinkSync('../a', join(corpus, 'b/a'))
    const { articles, others } = findArticles({ corpus, output: join(corpus, 'out') })
    expect(articles.map(({ path }) => path)).toEqual(['a/1.txt', 'a/b/2.txt', 'b/2.txt', 'b/a/1.txt'])
    expect(others.map(({ path }) => path)).toEqual(['a/b/a', 'b/a/b'])
  })

  test('a folder that is not there, and a file instead of one, are told to the person', () => {
    const corpus = folder({ 'a.txt': '' })
    expect(() => findArticles({ corpus: join(corpus, 'nope'), output: corpus })).toThrow(/there is no such folder; make it/)
    expect(() => findArticles({ corpus: join(corpus, 'a.txt'), output: corpus })).toThrow(/is a file; hearsay reads a folder/)
  })
})

describe('writing', () => {
  test('a file is there whole or not at all', () => {
    const path = join(folder(), 'deep/er/a.json')
    writeWhole(path, ['one ', Buffer.from('two')])
    expect(readFileSync(path, 'utf8')).toBe('one two')
    expect(() => writeWhole(path, failing())).toThrow('half-way')
    expect(readFileSync(path, 'utf8')).toBe('one two')
  })

  function* failing(): Iterable<string> {
    yield 'half'
    throw new Error('half-way')
  }

  test('what stands in the way is told to the person', () => {
    const output = folder({ file: '' })
    mkdirSync(join(output, 'a.json'))
    expect(() => writeWhole(join(output, 'file/x.json'), ['']) ).toThrow(/a file stands where a folder has to/)
    expect(() => writeWhole(join(output, 'a.json'), [''])).toThrow(/a folder stands where a file has to/)
  })

  test.each([
    ['EACCES', 'there is no permission to write here'],
    ['EROFS', 'this disk cannot be written to'],
    ['ENOSPC', 'the disk is full; free some space and run again: what is done is kept']
  ])('so is %s; what nobody can mend stays as it is', (code, remedy) => {
    const trouble = writeTrouble('out/a.json', Object.assign(new Error('write'), { code }))
    expect(trouble).toBeInstanceOf(UserError)
    expect(String(trouble)).toContain(`out/a.json cannot be written: ${remedy}`)
    const bug = new TypeError('bug')
    expect(writeTrouble('out/a.json', bug)).toBe(bug)
  })

  test('leftovers are those of dead processes and of long ago', () => {
    const now = new Date()
    const temporary = (id: number) => {
      const output = folder()
      let seen = ''
      writeWhole(join(output, 'x'), (function* () { seen = temporaryIn(output); yield '' })())
      return seen.replace(`-${process.pid}-`, `-${id}-`)
    }
    expect(isLeftover(temporary(process.pid), now)).toBe(false)
    expect(isLeftover(temporary(2 ** 22 + 1), now)).toBe(true)
    expect(isLeftover(temporary(process.pid), new Date(Date.now() - 25 * 3600 * 1000))).toBe(true)
    expect(isLeftover('.notes.tmp', new Date(0))).toBe(false)
  })
})

describe('the envelope', () => {
  const sealed = (body: object): Buffer => Buffer.concat(seal({ layer: 'tokens', article: 'a\n  },\n.txt', notes: ['"quoted"'] }, 'print', body).pieces)
  const body = { text: 'one\n  },\ntwo', spans: [{ start: 0, end: 3, text: 'one' }] }

  test('is JSON and gives back what it holds', () => {
    const bytes = sealed(body)
    expect(JSON.parse(bytes.toString())).toEqual({ header: unseal(bytes), ...body })
    expect(unseal(bytes)).toMatchObject({ layer: 'tokens', fingerprint: 'print' })
  })

  test('any byte changed, or cut off, is seen', () => {
    const bytes = sealed(body)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const altered = Buffer.from(bytes)
        altered[index] = (altered[index] ?? 0) ^ change
        // The fingerprint is compared with the one that is due; all else is covered by the hash.
        const { fingerprint: _, ...rest } = unseal(altered) ?? { fingerprint: '' }
        const { fingerprint: __, ...whole } = unseal(bytes) ?? { fingerprint: '' }
        if (Object.keys(rest).length > 0) expect(rest).toEqual(whole)
        expect(unseal(bytes.subarray(0, index))).toBe(null)
      })
    )
  })

  test('foreign files are not taken for ours', () => {
    for (const text of ['', '{}', '[]', '{\n  "header": {\n  },\n}', '{\n  "header": {\n    "sha256": 1\n  },\n', '\u0000\u0001']) expect(unseal(Buffer.from(text))).toBe(null)
  })
})

describe('the format', () => {
  test('is JSON of the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(JSON.parse(pretty(value))).toEqual(JSON.parse(JSON.stringify(value)))))
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => void expect(JSON.parse(`{${[...members(value)].join('')}}`)).toEqual(JSON.parse(JSON.stringify(value)))))
  })

  test('a line where it fits, a line a span however long', () => {
    const long = 'x'.repeat(200)
    expect(pretty({ id: 'a1', spans: [{ start: 0, end: 200, text: long }], cue: [] })).toBe(`{\n  "id": "a1",\n  "spans": [\n    { "start": 0, "end": 200, "text": "${long}" }\n  ],\n  "cue": []\n}`)
    expect(pretty({ id: 'a1', empty: {}, list: [1, null, true] })).toBe('{ "id": "a1", "empty": {}, "list": [1, null, true] }')
  })
})

/** The temporary file that is being written. */
function temporaryIn(path: string): string {
  return readdirSync(path).find((name) => name.endsWith('.tmp')) ?? ''
}
