import { UserError } from '../error.js'
import { nearest } from '../near.js'
import { articlesIn, type Places } from '../store/index.js'

/** An article by its path, the end of its path, its file name, or any part of its path. Throws `UserError` with near matches where there is none or several. */
export function findArticle(name: string, places: Places): string {
  const paths = articlesIn(places)
  if (paths.length === 0) throw new UserError(`${places.output} holds no article; run hearsay first: hearsay run ${places.corpus} ${places.output}`)
  const wanted = name.replace(/^\.\//, '')
  const inCorpus = wanted.startsWith(`${places.corpus}/`) ? wanted.slice(places.corpus.length + 1) : wanted
  const ways: ((path: string) => boolean)[] = [
    (path) => path === wanted || path === inCorpus,
    (path) => path.endsWith(`/${inCorpus}`),
    (path) => stem(path) === stem(inCorpus),
    (path) => path.toLowerCase().includes(inCorpus.toLowerCase())
  ]
  for (const way of ways) {
    const found = paths.filter(way)
    if (found.length > 1) throw new UserError(`"${name}" may be any of these; say more of the path:\n${found.slice(0, 12).map((path) => `  ${path}`).join('\n')}`)
    if (found[0] !== undefined) return found[0]
  }
  const near = nearest(stem(inCorpus), paths.map(stem)).flatMap((other) => paths.filter((path) => stem(path) === other))
  throw new UserError(`no article "${name}" in ${places.output}${near.length > 0 ? `; did you mean\n${[...new Set(near)].slice(0, 5).map((path) => `  ${path}`).join('\n')}` : ''}`)
}

/** "2016/putin.txt" → "putin" */
const stem = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '')
