import { articleRow } from './article.js'
import { byTime, type Catalogue, type Claimed, namedOf, once, type Said } from './catalogue.js'
import type { Digest, StatementDigest } from './digest.js'
import type { Finder, Question } from './find.js'
import { wordsOf } from './fold.js'
import type { ClaimRow, SearchAnswer, Statement } from './model.js'
import type { Names } from './names.js'

const SHOWN = { articles: 20, entities: 12, statements: 20, claims: 20 }

/** Looks for a question everywhere: in names with an index, in texts as they stand. What is not told of somebody is not found as theirs. What is nowhere as a whole is looked for word by word. */
export function searchOf(catalogue: Catalogue, finder: Finder, names: Names, statement: (said: Said) => Statement, claim: (claimed: Claimed) => ClaimRow): (q: string) => SearchAnswer {
  const { shelf, speakerOf, voiceOf, statementOf, untoldOf } = catalogue
  const isTold = (digest: Digest, statement: StatementDigest | null) => statement === null || untoldOf({ digest, statement }) === null
  const row = articleRow(catalogue)
  const inTime = once(() => [...shelf.digests].sort(byTime))

  const answer = (question: Question | null): Pick<SearchAnswer, 'articles' | 'statements' | 'claims'> => {
    const [articles, statements, claims] = [best<Digest>(SHOWN.articles), best<Said>(SHOWN.statements), best<Claimed>(SHOWN.claims)]
    for (const digest of question ? inTime() : []) {
      articles.offer(question?.inArticle(digest) ?? 0, () => digest)
      if (!question?.mayBeIn(digest)) continue
      // Somebody's own words before what is reported, and what can be checked before what cannot, where all else is equal.
      for (const said of digest.statements) {
        const score = question.inside(digest, said.content, () => speakerOf({ digest, statement: said }))
        if (score > 0 && isTold(digest, said)) statements.offer(score * (said.type === 'indirect' ? 1 : 1.2), () => ({ digest, statement: said }))
      }
      for (const one of digest.claims) {
        const score = question.inside(digest, [one.start, one.end], () => voiceOf({ digest, claim: one }))
        if (score > 0 && isTold(digest, statementOf({ digest, claim: one }))) claims.offer(score * (1 + one.checkable.score / 4), () => ({ digest, claim: one }))
      }
    }
    return { articles: articles.found().map(row), statements: statements.found().map(statement), claims: claims.found().map(claim) }
  }

  return (q) => {
    // One letter begins half of all words.
    const words = wordsOf(q).filter(({ length }) => length > 1).map((word) => (finder.knows(word) ? word : (names.nearest(word) ?? word)))
    const whole = answer(finder.question(words, 'all'))
    const { articles, statements, claims } = whole
    const partly = words.length > 1 && (articles.length === 0 || statements.length === 0 || claims.length === 0) ? answer(finder.question(words, 'any')) : whole
    const or = <T>(all: readonly T[], some: readonly T[]) => (all.length > 0 ? all : some)
    return { articles: or(articles, partly.articles), statements: or(statements, partly.statements), claims: or(claims, partly.claims), entities: names.search(wordsOf(q).join(' ')).slice(0, SHOWN.entities).map((entity) => ({ ...namedOf(entity), articles: entity.appearances.length })) }
  }
}

/** Keeps the `count` with the highest scores, best first; of equal ones the first. */
function best<T>(count: number): { offer(score: number, item: () => T): void; found(): T[] } {
  let kept: { readonly item: T; readonly score: number }[] = []
  let least = 0
  const cut = () => {
    kept = kept.sort((a, b) => b.score - a.score).slice(0, count)
    if (kept.length === count) least = kept.at(-1)?.score ?? 0
  }
  return {
    offer(score, item) {
      if (score <= least) return
      kept.push({ item: item(), score })
      // Now and then all but the best go, so that two hundred thousand hits need not be sorted.
      if (kept.length === 4 * count) cut()
    },
    found() {
      cut()
      return kept.map(({ item }) => item)
    }
  }
}
