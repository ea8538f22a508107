import { firstFrom } from '../first-from.js'

/** Offsets of hearsay count UTF-16 units; brat and the Web Annotation model count code points. Takes offsets in any order, in constant time each. */
export function codePointsOf(text: string): (offset: number) => number {
  // Only where a character takes two units do the two counts part; most articles have none.
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) pairs.push(index)
  if (pairs.length === 0) return (offset) => offset
  return (offset) => offset - firstFrom(pairs, offset)
}
