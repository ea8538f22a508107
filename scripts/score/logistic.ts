/** Logistic regression with a quadratic penalty, by Newton's method; small enough to read, and for a few hundred rows as good as any. */
export interface Row {
  /** Rows of one group are never on both sides of a fold: claims of one article are alike. */
  readonly group: string
  readonly values: readonly number[]
  readonly right: boolean
}

export interface Model {
  readonly base: number
  /** By feature, in the order of the values, for values as they come. */
  readonly weights: readonly number[]
}

export const probability = ({ base, weights }: Model, values: readonly number[]): number =>
  1 / (1 + Math.exp(-weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), base)))

/** `penalty`: on the squares of the weights of features brought to mean 0 and deviation 1; the base is free. */
export function fitted(rows: readonly Row[], penalty: number): Model {
  const size = rows[0]?.values.length ?? 0
  const means = column(size, (at) => mean(rows.map(({ values }) => values[at] ?? 0)))
  const spreads = column(size, (at) => Math.sqrt(mean(rows.map(({ values }) => ((values[at] ?? 0) - (means[at] ?? 0)) ** 2))))
  const inputs = rows.map(({ values }) => [1, ...values.map((value, at) => ((spreads[at] ?? 0) < 1e-9 ? 0 : (value - (means[at] ?? 0)) / (spreads[at] ?? 1)))])
  let weights = new Array<number>(size + 1).fill(0)
  for (let step = 0; step < 15; step++) weights = newton(inputs, rows, weights, penalty)
  const plain = column(size, (at) => ((spreads[at] ?? 0) < 1e-9 ? 0 : (weights[at + 1] ?? 0) / (spreads[at] ?? 1)))
  return { base: plain.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), weights[0] ?? 0), weights: plain }
}

function newton(inputs: readonly (readonly number[])[], rows: readonly Row[], weights: readonly number[], penalty: number): number[] {
  const size = weights.length
  const slope = weights.map((weight, at) => (at === 0 ? 0 : -penalty * weight))
  const bend = column(size, (at) => column(size, (other) => (at === other ? (at === 0 ? 1e-6 : penalty) : 0)))
  inputs.forEach((input, index) => {
    const guess = 1 / (1 + Math.exp(-input.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)))
    const error = (rows[index]?.right ? 1 : 0) - guess
    input.forEach((value, at) => {
      slope[at] = (slope[at] ?? 0) + error * value
      const line = bend[at] as number[]
      for (let other = 0; other < size; other++) line[other] = (line[other] ?? 0) + guess * (1 - guess) * value * (input[other] ?? 0)
    })
  })
  const move = solved(bend, slope)
  return weights.map((weight, at) => weight + (move[at] ?? 0))
}

/** Gauss's elimination with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0])
  const size = lines.length
  for (let at = 0; at < size; at++) {
    const pivot = lines.slice(at).reduce((best, line, step) => (Math.abs(lines[best]?.[at] ?? 0) < Math.abs(line[at] ?? 0) ? at + step : best), at)
    ;[lines[at], lines[pivot]] = [lines[pivot] as number[], lines[at] as number[]]
    const own = lines[at] as number[]
    lines.forEach((line, other) => {
      const share = other === at ? 0 : (line[at] ?? 0) / (own[at] ?? 1)
      if (share !== 0) for (let place = at; place <= size; place++) line[place] = (line[place] ?? 0) - share * (own[place] ?? 0)
    })
  }
  return lines.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1))
}

const column = <Item>(size: number, of: (at: number) => Item): Item[] => Array.from({ length: size }, (_, at) => of(at))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** For every row the probability that a model gives it that has not seen its group. */
export function heldOut(rows: readonly Row[], penalty: number, folds = 10): number[] {
  const groups = [...new Set(rows.map(({ group }) => group))]
  const foldOf = (row: Row) => groups.indexOf(row.group) % folds
  const models = column(folds, (fold) => fitted(rows.filter((row) => foldOf(row) !== fold), penalty))
  return rows.map((row) => probability(models[foldOf(row)] as Model, row.values))
}

/** How often a right row stands above a wrong one: 1/2 by chance, 1 at best. */
export function areaUnder(rows: readonly Row[], probabilities: readonly number[]): number {
  const of = (right: boolean) => probabilities.filter((_, index) => rows[index]?.right === right)
  const [good, bad] = [of(true), of(false)]
  const wins = good.reduce((sum, one) => sum + bad.reduce((count, other) => count + (other < one ? 1 : other === one ? 0.5 : 0), 0), 0)
  return wins / (good.length * bad.length)
}
