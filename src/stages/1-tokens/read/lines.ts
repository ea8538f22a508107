/** One line without its break; half-open, over the text it was cut from. */
export interface Line {
  readonly start: number
  readonly end: number
}

/** Every line, also the empty ones. A break is `\r\n`, any single vertical white space, or Unicode's line and paragraph separators. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const { index, 0: gap } of text.matchAll(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g)) {
    lines.push({ start, end: index })
    start = index + gap.length
  }
  lines.push({ start, end: text.length })
  return lines
}
