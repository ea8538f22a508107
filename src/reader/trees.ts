/** Heads that make a tree of every sentence: each word has one, one word is the root, there are no loops, and no tie crosses another. */

type Score = (word: number, head: number) => number

/** Given the best head of each word of a window (itself: root) and the scores of all ties, `arcs` [W, W] (row: word, column: head), the likeliest tree of each
 *  sentence without crossing ties. In English hardly any cross: those that do in the best heads are slips, and a tree without them is right more often (heads
 *  +0.8 points on EWT). Best heads that make such a tree are the answer already. Returns the heads; -1 is the root. */
export function trees(head: readonly number[], start: readonly number[], arcs: Float32Array): number[] {
  const size = head.length
  const found: number[] = []
  for (let from = 0; from < size; ) {
    let to = from + 1
    while (to < size && !start[to]) to++
    const begin = from
    const best = head.slice(from, to).map((other, word) => (other === begin + word ? -1 : other - begin))
    const heads = isTree(best) ? best : likeliest(to - from, (word, other) => arcs[(begin + word) * size + begin + other] ?? never)
    for (const other of heads) found.push(other < 0 ? -1 : begin + other)
    from = to
  }
  return found
}

const never = -1e6

/** One root, no loop, and no tie that crosses another or covers the root. */
function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head < 0).length !== 1 || heads.some((head) => heads.length <= head)) return false
  const open: number[] = []
  // By word: the far ends of the ties that begin there; read from left to right they must close in the opposite order.
  const ends = heads.map((): number[] => [])
  heads.forEach((head, word) => ends[Math.min(head, word)]?.push(Math.max(head, word)))
  for (let word = 0; word < heads.length; word++) {
    while (open.at(-1) === word) open.pop()
    if (open.includes(word) || ((heads[word] ?? 0) < 0 && 0 < open.length)) return false
    open.push(...(ends[word] ?? []).sort((a, b) => b - a))
  }
  return !hasLoop(heads)
}

function hasLoop(heads: readonly number[]): boolean {
  const reaches = new Int8Array(heads.length)
  for (let begin = 0; begin < heads.length; begin++) {
    const path: number[] = []
    let word = begin
    for (; 0 <= word && reaches[word] === 0 && path.length <= heads.length; word = heads[word] ?? -1) path.push(word)
    if (heads.length < path.length) return true
    for (const passed of path) reaches[passed] = 1
  }
  return false
}

/** The halves of a tree between the words `left` and `right`, [N, N]: the best sum of scores, and where it falls into two smaller halves. */
interface Halves {
  readonly sum: Float64Array
  readonly cut: Int16Array
}

/** Eisner's algorithm ("Three New Probabilistic Models for Dependency Parsing", 1996): a word and all that hangs on it to one side ("whole"), or
 *  up to a word that hangs on it ("open"), is put together from two such stretches, the short ones first. N³ steps; a window has at most 254 words. */
function likeliest(size: number, score: Score): number[] {
  const halves = (): Halves => ({ sum: new Float64Array(size * size), cut: new Int16Array(size * size) })
  const [wholeRight, wholeLeft, openRight, openLeft] = [halves(), halves(), halves(), halves()]
  const join = (into: Halves, one: Halves, other: Halves, left: number, right: number, [from, to, gap]: readonly [number, number, number], more: number) => {
    let sum = -Infinity
    let cut = from
    for (let middle = from; middle < to; middle++) {
      const both = (one.sum[left * size + middle] ?? 0) + (other.sum[(middle + gap) * size + right] ?? 0)
      if (sum < both) [sum, cut] = [both, middle]
    }
    into.sum[left * size + right] = sum + more
    into.cut[left * size + right] = cut
  }
  for (let width = 1; width < size; width++)
    for (let left = 0; left + width < size; left++) {
      const right = left + width
      join(openRight, wholeRight, wholeLeft, left, right, [left, right, 1], score(right, left))
      join(openLeft, wholeRight, wholeLeft, left, right, [left, right, 1], score(left, right))
      join(wholeRight, openRight, wholeRight, left, right, [left + 1, right + 1, 0], 0)
      join(wholeLeft, wholeLeft, openLeft, left, right, [left, right, 0], 0)
    }
  return headsFrom(size, bestRoot(size, score, wholeLeft, wholeRight), { wholeRight, wholeLeft, openRight, openLeft })
}

function bestRoot(size: number, score: Score, left: Halves, right: Halves): number {
  const sum = (root: number) => (left.sum[root] ?? 0) + (right.sum[root * size + size - 1] ?? 0) + score(root, root)
  let best = 0
  for (let root = 1; root < size; root++) if (sum(best) < sum(root)) best = root
  return best
}

/** Takes the sums apart again, from the root down. */
function headsFrom(size: number, root: number, all: Readonly<Record<'wholeRight' | 'wholeLeft' | 'openRight' | 'openLeft', Halves>>): number[] {
  const heads = new Array<number>(size).fill(-1)
  const left: { kind: keyof typeof all; from: number; to: number }[] = [{ kind: 'wholeLeft', from: 0, to: root }, { kind: 'wholeRight', from: root, to: size - 1 }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { kind, from, to } = next
    if (from === to) continue
    const cut = all[kind].cut[from * size + to] ?? from
    if (kind === 'wholeRight') left.push({ kind: 'openRight', from, to: cut }, { kind, from: cut, to })
    else if (kind === 'wholeLeft') left.push({ kind, from, to: cut }, { kind: 'openLeft', from: cut, to })
    else {
      heads[kind === 'openRight' ? to : from] = kind === 'openRight' ? from : to
      left.push({ kind: 'wholeRight', from, to: cut }, { kind: 'wholeLeft', from: cut + 1, to })
    }
  }
  return heads
}
