import { cpSync, existsSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Filed, Token } from '../src/model.js'
import { contents, folder } from './folders.js'

const place = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Runs the command as it is shipped. Exit code 0, or the test fails with what it wrote. */
function run(...options: string[]): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, [place('dist/cli.js'), 'run', ...options], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`hearsay run ${options.join(' ')} ended with ${status}\n${stdout}\n${stderr}`)
}

/** Probabilities differ a little between processors. */
const TOLERANCE = 0.02
/** Of all words: how many another processor may decide otherwise. */
const OTHERWISE = 1 / 500

describe('the shipped corpus', () => {
  const [one, two] = [folder(), folder()]
  const given = new Map<string, string>()

  beforeAll(() => {
    run(place('corpus'), one, '--workers', '1')
    for (const [name, content] of Object.entries(contents(one))) given.set(name, content)
    if (process.env['UPDATE']) {
      rmSync(place('output'), { recursive: true, force: true })
      cpSync(one, place('output'), { recursive: true })
    }
  }, 300_000)

  it('gives the committed output, byte for byte on the processor that made it', () => {
    expect(existsSync(place('output'))).toBe(true)
    const committed = contents(place('output'))
    expect([...given.keys()]).toEqual(Object.keys(committed))
    const differing = Object.keys(committed).filter((name) => given.get(name) !== committed[name])
    if (differing.length) expectAlmost(differing, committed)
  })

  it('gives the same bytes with two workers', () => {
    run(place('corpus'), two, '--workers', '2')
    expect(contents(two)).toEqual(Object.fromEntries(given))
  }, 300_000)

  it('does nothing when nothing has changed', () => {
    run(place('corpus'), one, '--workers', '1')
    expect(contents(one)).toEqual(Object.fromEntries(given))
  })

  /** Another processor: every word that it decides otherwise is listed, and there may be few; where it decides alike, so must every later layer. */
  function expectAlmost(differing: readonly string[], committed: Readonly<Record<string, string>>): void {
    const parsed = (name: string): [unknown, unknown] => [JSON.parse(committed[name] ?? ''), JSON.parse(given.get(name) ?? '')]
    const tokens = Object.keys(committed).filter((name) => name.startsWith('1-tokens'))
    const words = tokens.reduce((sum, name) => sum + (JSON.parse(committed[name] ?? '') as Filed<'tokens'>).tokens.length, 0)
    const otherwise = new Map(tokens.map((name) => [name.replace('1-tokens/', ''), decidedOtherwise(...(parsed(name) as [Filed<'tokens'>, Filed<'tokens'>]))]))
    const listed = [...otherwise].flatMap(([article, list]) => list.map((word) => `${article}: ${word}`))
    if (listed.length) console.warn(`decided otherwise than on the processor that made output/:\n${listed.join('\n')}`)
    expect(listed.length).toBeLessThanOrEqual(words * OTHERWISE)
    for (const name of differing) {
      const [wanted, got] = parsed(name).map(comparable)
      if (otherwise.get(name.replace(/^\d-\w+\//, ''))?.length === 0) expectClose(got, wanted, name)
    }
  }
})

const decisions = ({ start, end, text, lemma, tag, head, relation, name, role, of, same }: Token) => JSON.stringify([start, end, text, lemma, tag, head, relation, name, role, of, same])

function decidedOtherwise(wanted: Filed<'tokens'>, got: Filed<'tokens'>): string[] {
  expect(got.text).toBe(wanted.text)
  expect(got.tokens.length).toBe(wanted.tokens.length)
  return wanted.tokens.flatMap((token, index) => {
    const other = got.tokens[index]
    return other && decisions(token) === decisions(other) ? [] : [`"${token.text}" at ${token.start}: ${decisions(token)}, here ${other && decisions(other)}`]
  })
}

/** Without the hashes, which follow from the bytes. */
function comparable(layer: unknown): unknown {
  return JSON.parse(JSON.stringify(layer, (key, value: unknown) => (key === 'sha256' || key === 'fingerprint' ? undefined : value)))
}

/** Numbers from 0 to 1 are probabilities; all else has to be the same. */
function expectClose(got: unknown, wanted: unknown, path: string): void {
  if (typeof wanted === 'number' && typeof got === 'number' && 0 <= wanted && wanted <= 1) return expect(Math.abs(got - wanted), path).toBeLessThanOrEqual(TOLERANCE)
  if (wanted === null || typeof wanted !== 'object') return expect(got, path).toEqual(wanted)
  expect(Object.keys(got ?? {}), path).toEqual(Object.keys(wanted))
  for (const [key, value] of Object.entries(wanted)) expectClose((got as Record<string, unknown>)[key], value, `${path} ${key}`)
}
