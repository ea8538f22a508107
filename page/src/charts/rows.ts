const LETTER = 6.9

export interface Row<Item> {
  readonly item: Item
  readonly row: number
  /** Written to the left of its point, near the right edge. */
  readonly left: boolean
  /** False where no row has room for its name. */
  readonly written: boolean
}

/** Gives each label the lowest row where nothing else stands. */
export function placeRows<Item extends { readonly x: number; readonly text: string }>(items: readonly Item[], width: number, most: number): Row<Item>[] {
  const rows: { readonly from: number; readonly to: number }[][] = []
  return [...items].sort((one, other) => one.x - other.x).map((item) => {
    const long = item.text.length * LETTER + 20
    const left = width < item.x + long && long < item.x
    const from = left ? item.x - long : item.x - 6
    const to = left ? item.x + 8 : item.x + long
    for (let row = 0; row < most; row += 1) {
      const taken = (rows[row] ??= [])
      if (taken.some((other) => from < other.to && other.from < to)) continue
      taken.push({ from, to })
      return { item, row, left, written: true }
    }
    return { item, row: 0, left, written: false }
  })
}
