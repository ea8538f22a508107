/** Where the label of a point goes: beside it, where nothing else is written; null where there is no room (its name is in the list). */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly text: string
}

export interface Placed {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
}

const LETTER = 6.6
const LINE = 15

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The first that comes has the choice, so give the most important first. A point that lies on an earlier one has no label: it would be read as the other's. */
export function placeLabels(spots: readonly Spot[], width: number, height: number): (Placed | null)[] {
  const taken: Box[] = spots.map(({ x, y }) => ({ left: x - 6, top: y - 6, right: x + 6, bottom: y + 6 }))
  return spots.map((spot, own) => {
    if (spots.slice(0, own).some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < 11)) return null
    for (const { placed, box } of waysOf(spot)) {
      const inside = 0 <= box.left && box.right <= width && 0 <= box.top && box.bottom <= height
      if (!inside || taken.some((other, index) => index !== own && overlap(box, other))) continue
      taken.push(box)
      return placed
    }
    return null
  })
}

function waysOf({ x, y, text }: Spot): { readonly placed: Placed; readonly box: Box }[] {
  const long = [...text].length * LETTER
  return [
    { placed: { x: x + 9, y: y + 4, anchor: 'start' as const }, box: { left: x + 8, top: y - 8, right: x + 9 + long, bottom: y - 8 + LINE } },
    { placed: { x: x - 9, y: y + 4, anchor: 'end' as const }, box: { left: x - 9 - long, top: y - 8, right: x - 8, bottom: y - 8 + LINE } },
    { placed: { x, y: y - 11, anchor: 'middle' as const }, box: { left: x - long / 2, top: y - 23, right: x + long / 2, bottom: y - 8 } },
    { placed: { x, y: y + 20, anchor: 'middle' as const }, box: { left: x - long / 2, top: y + 8, right: x + long / 2, bottom: y + 23 } }
  ]
}

const overlap = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
