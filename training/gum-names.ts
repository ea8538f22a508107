import type { Labels } from './labels.js'
import type { Labelled } from './prepare.js'
import { documentsOf, type Row } from './syntax.js'

/** A word of a mention whose name the rules below do not find: `fill.py` asks an earlier reader. */
const UNKNOWN = -100
/** The same, but it is no person, place or organization. */
const OTHER = -101

const KINDS: Readonly<Record<string, string>> = { person: 'Person', place: 'Location', organization: 'Organization' }
/** What may stand within a name without being a name itself. */
const JOINT = /^(?:of|the|and|&|for|de|la|del|du|von|van|-|–|\/|['’]s|['’])$/i
/** In front of a person's name, or in its stead. */
const TITLE =
  /^(?:president|vice|prime|minister|chancellor|king|queen|prince|princess|emperor|pope|saint|senators?|rep|representatives?|congress(?:wo)?man|governor|mayor|ambassador|secretary|speaker|chief|justices?|judge|attorney|general|colonel|major|captain|lieutenant|sergeant|admiral|commander|officer|deputy|director|chair(?:wo)?man|chairperson|professors?|prof|doctor|dr|mr|mrs|ms|miss|madam|sir|lord|lady|dame|count|duke|duchess|baron|bishop|archbishop|cardinal|father|sister|brother|mother|mom|dad|uncle|aunt|grandma|grandpa|god|reverend|rev|premier|coach|master|mayor|senator|emeritus|jr|sr|phd|md)\.?$/i

interface Mention {
  readonly group: string
  readonly kind: string
  readonly from: number
  readonly to: number
  /** The words that make it what it is, without what describes them. */
  readonly core: readonly number[]
}

/** Names of persons, places and organizations out of GUM's `Entity=`: the capitalized core of a mention, titles left off, places parted at commas,
 *  as the newswire corpus has them. Dates, peoples and the rest are not told apart there. */
export function gumNameDocuments(content: string, labels: Labels): Labelled[] {
  return documentsOf(content).map(({ id, paragraphs }) => {
    const sentences = paragraphs.map((own) => own.flat())
    return { id, task: 'names', paragraphs: sentences, pointers: [], labels: { name: namesOf(sentences.flat(), labels) } }
  })
}

function namesOf(rows: readonly Row[], labels: Labels): number[] {
  const mentions = mentionsOf(rows)
  const names = rows.map(({ text, tag }): number => (/^[\p{Lu}\p{N}$€£%]/u.test(text) || /^(?:NNP|CD|\$)/.test(tag) ? OTHER : 0))
  for (const { kind, from, to } of mentions)
    for (let word = from; word <= to; word++)
      if (kind === 'time' || kind === 'quantity') names[word] = OTHER
      else if (kind in KINDS && names[word] === OTHER) names[word] = UNKNOWN
  const taken = new Set<number>()
  for (const { kind, core } of [...mentions].sort((a, b) => b.core.length - a.core.length)) {
    const label = KINDS[kind]
    if (!label || !core.every((word) => isProper(rows[word]))) continue
    for (const part of partsOf(core, rows)) {
      const name = label === 'Person' ? personIn(part, rows) : part
      if (name.some((word) => taken.has(word))) continue
      name.forEach((word, place) => {
        taken.add(word)
        names[word] = labels.index('name', `${place ? 'I' : 'B'}-${label}`)
      })
    }
  }
  return names
}

const isJoint = (row: Row | undefined): boolean => JOINT.test(row?.text ?? '')
const isProper = (row: Row | undefined): boolean => /^NNP/.test(row?.tag ?? '') || isJoint(row)

/** Runs of the core's words, joined over "of the" and the like, not over commas. */
function partsOf(core: readonly number[], rows: readonly Row[]): number[][] {
  const parts: number[][] = []
  for (const word of [...core].sort((a, b) => a - b)) {
    const last = parts.at(-1)
    const end = last?.at(-1) ?? -9
    const between = rows.slice(end + 1, word)
    if (last && word - end <= 3 && between.every(isJoint)) for (let at = end + 1; at <= word; at++) last.push(at)
    else parts.push([word])
  }
  return parts.map((part) => trimmed(part, rows)).filter((part) => part.length)
}

function trimmed(part: readonly number[], rows: readonly Row[]): number[] {
  const from = part.findIndex((word) => !isJoint(rows[word]))
  const to = part.findLastIndex((word) => !isJoint(rows[word]))
  return from < 0 ? [] : part.slice(from, to + 1)
}

/** Without the title before it; nothing for a title alone, an office ("President of …") or several people of a name ("the Kennedys"). */
function personIn(name: readonly number[], rows: readonly Row[]): readonly number[] {
  const from = name.findIndex((word) => !TITLE.test(rows[word]?.text ?? '') && !/^(?:nmod:desc|case)/.test(rows[word]?.relation ?? ''))
  const own = from < 0 ? [] : name.slice(from)
  const office = own.some((word) => /^(?:of|the|and|for)$/i.test(rows[word]?.text ?? ''))
  const several = rows[own.at(-1) ?? -1]?.tag === 'NNPS'
  return office || several ? [] : own
}

/** `(1-person-giv:act-cf1-1,2-coref-Name … 1)`: group, kind, how known, how salient, rank, the places of the core's words, … */
function mentionsOf(rows: readonly Row[]): Mention[] {
  const open: Omit<Mention, 'to'>[] = []
  const mentions: Mention[] = []
  rows.forEach(({ entity }, index) => {
    for (const part of entity.match(/\([^()]*\)?|[^()]*\)/g) ?? []) {
      const fields = part.replace(/[()]/g, '').split('-')
      const group = fields[0]?.split('[')[0] ?? ''
      if (part.startsWith('(')) {
        const places = fields.slice(4).find((field) => /^\d+(?:,\d+)*$/.test(field)) ?? ''
        const core = places ? places.split(',').map((place) => index + Number(place) - 1) : []
        const mention = { group, kind: fields[1] ?? '', from: index, core }
        if (part.endsWith(')')) mentions.push({ ...mention, to: index })
        else open.push(mention)
      } else {
        const at = open.findLastIndex((mention) => mention.group === group)
        const [mention] = at < 0 ? [] : open.splice(at, 1)
        if (mention) mentions.push({ ...mention, to: index })
      }
    }
  })
  return mentions.map((mention) => ({ ...mention, core: mention.core.filter((word) => word <= mention.to) }))
}
