import type { Scene } from './scene.js'

/** How old people are, where the text says so beside a name: "Jane Doe, 64, said", "64-year-old Jane Doe". By index of the person. */
export function agesOf({ names, tree: { tokens } }: Scene): Map<number, number> {
  const ages = new Map<number, number>()
  for (const { person, from, to } of names) {
    if (person === null) continue
    const after = tokens[to]?.text === ',' && /^([,.;)]|who|of|from|and|is|was|has)$/.test(tokens[to + 2]?.text ?? '.') ? /^\d{1,3}$/.exec(tokens[to + 1]?.text ?? '') : null
    const inBrackets = tokens[to]?.text === '(' && tokens[to + 2]?.text === ')' ? /^\d{1,3}$/.exec(tokens[to + 1]?.text ?? '') : null
    const before = /^(\d{1,3})-year-old$/.exec(tokens[from - 1]?.text ?? '')
    const age = Number(before?.[1] ?? after?.[0] ?? inBrackets?.[0])
    if (3 < age && age < 120) ages.set(person, age)
  }
  return ages
}
