import { perLexicon, type Lexicon } from '../../../data/lexicon.js'
import { spanOf, type Span } from '../../../span.js'

/** The outlet that a line of boilerplate names: "Sputnik" in "This story first appeared on Sputnik & is reposted here". */
export function outletIn(text: string, { start, text: line }: Pick<Span, 'start' | 'text'>, lexicon: Lexicon): Span | null {
  for (const { pattern } of outletForms) {
    const match = pattern.exec(line.slice(0, 400))
    if (!match) continue
    const before = match.index + match[0].length
    const from = before + (line.startsWith('the ', before) ? 4 : 0)
    const length = nameAt(line.slice(from, from + 80), lexicon)
    if (length) return spanOf(text, start + from, start + from + length)
  }
  return null
}

export const outletForms: readonly { readonly name: string; readonly example: string; readonly pattern: RegExp }[] = [
  {
    name: 'first-appeared',
    example: 'This story first appeared on Sputnik & is reposted here with permission.',
    pattern: /\b(?:first|originally|previously) (?:appeared|published|posted|ran|aired|printed|released)(?: (?:online|here|today))? (?:on|in|at|by|with) (?:the website of )?/i
  },
  {
    name: 'republished',
    example: 'Republished with permission from The Halvard Courier.',
    pattern: /\bre(?:published|posted|printed|produced) (?:here )?(?:with (?:kind )?permission )?(?:from|of|by|courtesy of) /i
  },
  {
    name: 'source-line',
    example: 'Source: Halvard Courier',
    pattern: /^(?:Source|Via|From): ?/
  },
  {
    name: 'copyright',
    example: '© 2016 Fictional Press. All rights reserved.',
    pattern: /^(?:Copyright|©|\(c\)|\(C\))(?: ?(?:©|\(c\)|\(C\)))? ?(?:\d{4}(?:[-–]\d{4})?,? )?(?:by )?/
  }
]

/** Length of the name that a text begins with: one that the list knows, a web address, or words in capitals with their little words between. */
function nameAt(text: string, lexicon: Lexicon): number {
  const known = outletsOf(lexicon).find((outlet) => text.startsWith(outlet) && !/^[\p{L}\d]/u.test(text.slice(outlet.length)))
  if (known) return known.length
  const web = /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|co\.uk|gov|eu|tv|ru|jp|uk)\b/i.exec(text)
  if (web) return web[0].length
  return /^\p{Lu}[\p{L}\d'’-]*(?: (?:(?:of|the|and|&|for|on|in) )?\p{Lu}[\p{L}\d'’-]*){0,6}/u.exec(text)?.[0].length ?? 0
}

/** Longest first, so that "The Japan Times" is not "The Japan". */
const outletsOf = perLexicon((lexicon) => [...lexicon.words('outlets')].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)))
