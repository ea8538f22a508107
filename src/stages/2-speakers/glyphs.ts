/** A character, or a pair of them, that may be a quotation mark, and what its surroundings say of it. */
export interface Glyph {
  readonly start: number
  readonly end: number
  /** Marks of one family close one another: „Ja“, “yes”, "yes", ''yes'' are all double. */
  readonly family: 'double' | 'single' | 'guillemet' | 'single guillemet'
  /** What the shape alone says; null for the straight ones. */
  readonly shape: 'open' | 'close' | null
  /** What the neighbours alone say: null where both or neither could be. */
  readonly place: 'open' | 'close' | null
  /** Low-9 marks („ ‚) are closed by what opens elsewhere. */
  readonly low: boolean
  /** Only for single ones: this is an apostrophe, whatever is open. */
  readonly apostrophe: boolean
  /** Only for single ones: "ministers' level", "goin' home", "the ministers',' he said". Closes nothing if something better comes. */
  readonly weak: boolean
  /** Inches or seconds: surely in 6'4", perhaps in 12". */
  readonly measure: 'surely' | 'perhaps' | null
}

/** Everything in a paragraph that may be a quotation mark, in text order. `elided` are words such as "'tis", without the mark. */
export function glyphsIn(text: string, start: number, end: number, elided: ReadonlySet<string>): Glyph[] {
  const found = [...text.slice(start, end).matchAll(/'''|''|``|‘‘|’’|["“”„‟«»‹›'‘’‚‛]/g)].flatMap(({ 0: sign, index }) => cut(sign, start + index, text))
  const glyphs: Glyph[] = []
  for (let first = 0; first < found.length; ) {
    let last = first
    while (last + 1 < found.length && found[last + 1]?.start === found[last]?.end) last++
    const left = characterBefore(text, found[first]?.start ?? 0, start)
    const right = characterAfter(text, found[last]?.end ?? 0, end)
    for (const sign of found.slice(first, last + 1)) glyphs.push(glyphOf(sign, { text, left, right, elided, alone: first === last }))
    first = last + 1
  }
  return glyphs
}

interface Sign {
  readonly start: number
  readonly end: number
  readonly sign: string
}

/** Three apostrophes are a double and a single mark; the double one stands outside. */
function cut(sign: string, start: number, text: string): Sign[] {
  if (sign !== "'''") return [{ sign, start, end: start + sign.length }]
  const middle = /\s|^$/.test(text.slice(Math.max(0, start - 1), start)) ? start + 2 : start + 1
  return [
    { sign: text.slice(start, middle), start, end: middle },
    { sign: text.slice(middle, start + 3), start: middle, end: start + 3 }
  ]
}

interface Surroundings {
  readonly text: string
  /** The characters around the run of marks that this one stands in; '' at the paragraph's ends. */
  readonly left: string
  readonly right: string
  readonly elided: ReadonlySet<string>
  readonly alone: boolean
}

function glyphOf({ sign, start, end }: Sign, { text, left, right, elided, alone }: Surroundings): Glyph {
  const family = familyOf(sign)
  const mayOpen = /^$|[\s([{/—–-]/u.test(left) && /\S/u.test(right)
  const mayClose = /[^\s([{]/u.test(left) && /^$|[\s\p{P}]/u.test(right)
  const word = /^\p{L}+|^\d\ds/u.exec(text.slice(end, end + 20))?.[0].toLowerCase() ?? ''
  const single = family === 'single' && alone
  return {
    start,
    end,
    family,
    shape: /[“„‟«‹‘‚‛`]/.test(sign) ? 'open' : /[”»›’]/.test(sign) ? 'close' : null,
    place: mayOpen === mayClose ? null : mayOpen ? 'open' : 'close',
    low: sign === '„' || sign === '‚',
    apostrophe: single && ((/[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right)) || (mayOpen && (elided.has(word) || /^\d\ds$/.test(word)))),
    weak: single && /\p{L}/u.test(left) && /^(\s[\p{L}\p{N}]|[,.]['’])/u.test(text.slice(end, end + 2)) && /(s|in)$/i.test(text.slice(Math.max(0, start - 2), start)),
    measure: /\d['’′]\s?\d{1,2}$/.test(text.slice(Math.max(0, start - 5), start)) ? 'surely' : /\d$/.test(left) && sign === '"' ? 'perhaps' : null
  }
}

function familyOf(sign: string): Glyph['family'] {
  if (/[«»]/.test(sign)) return 'guillemet'
  if (/[‹›]/.test(sign)) return 'single guillemet'
  return /^['‘’‚‛]$/.test(sign) ? 'single' : 'double'
}

function characterBefore(text: string, offset: number, floor: number): string {
  if (offset <= floor) return ''
  const before = text.slice(Math.max(floor, offset - 2), offset)
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(before) ? before : before.slice(-1)
}

function characterAfter(text: string, offset: number, ceiling: number): string {
  return offset < ceiling ? String.fromCodePoint(text.codePointAt(offset) ?? 0) : ''
}
