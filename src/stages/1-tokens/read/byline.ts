import { spanOf, type Span } from '../../../span.js'

/** Who wrote it, without "By" and without their office: "Jane Doe and John Roe". Null where the line is no byline. */
export function bylineOf(text: string, { start, text: line }: Pick<Span, 'start' | 'text'>): Span | null {
  if (200 < line.length) return null
  for (const { pattern } of bylineForms) {
    const [from, to] = pattern.exec(line)?.indices?.groups?.['names'] ?? []
    if (from !== undefined && to !== undefined) return spanOf(text, start + from, start + to)
  }
  return null
}

const name = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|la|del|der|den|van|von|da|dos|bin|al|el)){1,4}`
const names = String.raw`(?<names>${name}(?:(?:, ${name}){0,5},? (?:and|&) ${name})?)`
const office = String.raw`(?:(?:,| [-–—|•·/(]| in | for | at | of )[^.!?]{0,100})?`

export const bylineForms: readonly { readonly name: string; readonly example: string; readonly pattern: RegExp }[] = [
  {
    name: 'by',
    example: 'By Jane Doe and John Roe, Fictional Press',
    pattern: new RegExp(String.raw`^(?:By|BY|by):? ${names}${office}[.)]?$`, 'du')
  },
  {
    name: 'author',
    example: 'Author: Jane Doe',
    pattern: new RegExp(String.raw`^(?:Author|Authors|Written by|Reported by|Reporter|Story by|Words by|From)(?:: ?| )${names}${office}$`, 'du')
  },
  {
    name: 'reporting',
    example: '(Reporting by Jane Doe; Editing by John Roe)',
    pattern: new RegExp(String.raw`^\(?Reporting by ${names}(?: in [^;.]{1,60})?[;.)]`, 'du')
  }
]
