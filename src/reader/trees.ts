/** Heads that make a tree of every sentence: each word has one, one word is the root, there are no loops. */

/** Given the best head of each word of a window (itself: root) and all `arcs` [W, W], mends what is no tree.
 *  A greedy repair of the few sentences in a hundred that need one: one root is kept, then each loop is broken where that costs least.
 *  Returns the mended heads; -1 is the root. */
export function trees(head: readonly number[], start: readonly number[], arcs: Float32Array): number[] {
  const size = head.length
  const mended = head.map((to, word) => (to === word ? -1 : to))
  for (let from = 0; from < size; ) {
    let to = from + 1
    while (to < size && !start[to]) to++
    mend(mended, from, to, (word, other) => arcs[word * size + other] ?? -Infinity)
    from = to
  }
  return mended
}

type Score = (word: number, head: number) => number

function mend(head: number[], from: number, to: number, score: Score): void {
  const root = rootOf(head, from, to, score)
  head[root] = -1
  for (let word = from; word < to; word++) if (word !== root && head[word] === -1) head[word] = bestHead(word, from, to, score, () => true)
  for (let round = from; round < to; round++) {
    const loop = loopIn(head, from, to)
    if (!loop) return
    breakLoop(loop, head, from, to, score)
  }
}

/** The word that likes best to be the root, of those that chose it, or of all if none did. */
function rootOf(head: readonly number[], from: number, to: number, score: Score): number {
  const words = range(from, to)
  const chosen = words.filter((word) => head[word] === -1)
  return (chosen.length ? chosen : words).reduce((top, word) => (score(top, top) < score(word, word) ? word : top))
}

function bestHead(word: number, from: number, to: number, score: Score, allowed: (head: number) => boolean): number {
  let top = -1
  for (let other = from; other < to; other++)
    if (other !== word && allowed(other) && (top < 0 || score(word, top) < score(word, other))) top = other
  return top
}

/** The words of some loop, or null. */
function loopIn(head: readonly number[], from: number, to: number): number[] | null {
  const visit = new Int32Array(to - from).fill(-1)
  for (let begin = from; begin < to; begin++) {
    let word = begin
    while (word >= 0 && visit[word - from] === -1) {
      visit[word - from] = begin
      word = head[word] ?? -1
    }
    if (word < 0 || visit[word - from] !== begin) continue
    const loop = [word]
    for (let next = head[word] ?? -1; next !== word; next = head[next] ?? -1) loop.push(next)
    return loop
  }
  return null
}

/** Gives the word that loses least by it a head outside everything that hangs below the loop. */
function breakLoop(loop: readonly number[], head: number[], from: number, to: number, score: Score): void {
  const below = new Set(loop)
  for (let grew = true; grew; ) {
    grew = false
    for (let word = from; word < to; word++)
      if (!below.has(word) && below.has(head[word] ?? -1)) {
        below.add(word)
        grew = true
      }
  }
  const ways = loop.map((word) => ({ word, other: bestHead(word, from, to, score, (other) => !below.has(other)) }))
  const loss = ({ word, other }: { word: number; other: number }) => score(word, head[word] ?? word) - score(word, other)
  const cheapest = ways.reduce((top, way) => (loss(way) < loss(top) ? way : top))
  head[cheapest.word] = cheapest.other
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)
