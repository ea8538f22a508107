import { spanOf, type Span } from '../../../span.js'

/** Where a report was sent from, as it stands before its first sentence. */
export interface Dateline {
  /** "LIMA, Nov 20 (Fictional Press) —", with the dash. */
  readonly span: Span
  /** "Fictional Press": the agency in its brackets. */
  readonly agency: Span | null
}

/** The dateline at the head of a paragraph, or null. Ordered; the first form that fits wins. */
export function datelineOf(text: string, { start, end }: Span): Dateline | null {
  const head = text.slice(start, Math.min(end, start + 160))
  for (const { pattern } of datelineForms) {
    const match = pattern.exec(head)
    if (!match?.indices) continue
    const agency = match.indices.groups?.['agency']
    return { span: spanOf(text, start, start + match[0].trimEnd().length), agency: agency ? spanOf(text, start + agency[0], start + agency[1]) : null }
  }
  return null
}

const place = String.raw`\p{Lu}[\p{L}.'’-]*(?:[ /]\p{Lu}[\p{L}.'’-]*){0,4}`
const capitals = String.raw`\p{Lu}{2}[\p{Lu}.'’-]*(?:[ /](?:\p{Lu}[\p{Lu}.'’-]*|de|la|of)){0,3}`
const day = String.raw`(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8}\.?)(?:,? \d{4})?`
const agency = String.raw`\((?<agency>\p{Lu}[^()\d\n]{1,40})\)`
/** A hyphen is a dash only between blanks: "AFL-CIO" is no dateline. */
const dash = String.raw`(?:\s{0,2}[—–―]\s{0,2}|\s--?\s{1,2})(?=["“‘'«(\p{L}\d])`

/** "EXCLUSIVE – …" begins a title, not a report from Exclusive. */
const labels =
  'EXCLUSIVE BREAKING UPDATE UPDATED WATCH VIDEO PHOTO PHOTOS POLL ANALYSIS OPINION EDITORIAL REPORT LIVE ' +
  'CORRECTED CORRECTION FACTBOX EXPLAINER TIMELINE FEATURE INTERVIEW SPECIAL NEWS URGENT FLASH REVIEW BLOG'
const notLabel = `(?!(?:${labels.replaceAll(' ', '|')})\\b)`

const form = (source: string): RegExp => new RegExp(`^${source}`, 'du')

export const datelineForms: readonly { readonly name: string; readonly example: string; readonly pattern: RegExp }[] = [
  {
    name: 'place-agency',
    example: 'LIMA, Nov 20 (Fictional Press) — Leaders met.',
    pattern: form(`${place}(?:, ${place}){0,2}(?:,? ${day})?,? ${agency}${dash}`)
  },
  {
    name: 'agency-alone',
    example: '(Fictional Press) - Leaders met.',
    pattern: form(`${agency}${dash}`)
  },
  {
    name: 'slashes',
    example: 'MOSCOW, November 20. /FICT/. Leaders met.',
    pattern: form(String.raw`${capitals}(?:, ${place})?, ${day}\. /(?<agency>\p{Lu}[\p{L} ]{1,30})/[.:]? `)
  },
  {
    name: 'capitals',
    example: 'ST. PETERSBURG, Russia – Leaders met.',
    pattern: form(`${notLabel}${capitals}(?:, (?!\\p{Lu}{3})${place}){0,2}(?:,? ${day})?,?${dash}`)
  },
  {
    name: 'place-day',
    example: 'Lima, Peru, 20 November 2016 – Leaders met.',
    pattern: form(`${place}(?:, ${place}){0,2},? ${day}${dash}`)
  },
  {
    name: 'day-in-brackets',
    example: 'LIMA (Nov. 20, 2016) — Leaders met.',
    pattern: form(String.raw`${capitals}(?:, ${place})? \(${day}\)${dash}`)
  },
  {
    name: 'no-dash',
    example: 'Lima, Peru (CNN) Leaders met.',
    pattern: form(String.raw`${place}(?:, ${place}){0,2} \((?<agency>AFP|ANI|AP|CNN|EFE|IPS|PTI|UPI|VOA)\)\s?(?=["“\p{Lu}])`)
  }
]
