import { addressOf, type Catalogue, grouped, once, type Said } from './catalogue.js'
import type { Digest } from './digest.js'
import type { Named, Statement } from './model.js'

/** Makes rows of statements. */
export interface Statements {
  row(said: Said): Statement
}

export function statementsOf(catalogue: Catalogue): Statements {
  const { corpus, digests, speakerOf, togetherOf, untoldOf, named } = catalogue
  const same = echoes(catalogue)
  const quotes = once(() => grouped(corpus.quotes, ({ occurrences }) => (occurrences.length < 2 ? [] : occurrences.map(({ article, attribution }) => `${article}\n${attribution}`))))

  const alsoBy = (said: Said): Statement['alsoBy'] => {
    const own = `${said.digest.article}\n${said.statement.id}`
    const words = (quotes().get(own) ?? []).flatMap(({ occurrences }) =>
      occurrences
        .filter(({ article, attribution }) => `${article}\n${attribution}` !== own)
        .flatMap(({ article, attribution, start, end, speaker }) => {
          const digest = digests.get(article)
          const statement = digest?.statements.find(({ id }) => id === attribution)
          return digest && statement && untoldOf({ digest, statement }) === null ? [{ ...addressOf(digest, start, end), by: named(speaker), same: 'words' as const }] : []
        })
    )
    const seen = new Set(words.map(({ article, start }) => `${article}\n${start}`))
    const propositions = same(said).filter(({ article, start }) => !seen.has(`${article}\n${start}`))
    return [...words, ...propositions].slice(0, SHOWN)
  }

  return {
    row(said) {
      const { digest, statement } = said
      const { id, type, kind, polarity, content, cue, source, how, why, rule, confidence } = statement
      return {
        ...addressOf(digest, content[0] ?? 0, content.at(-1) ?? 0),
        attribution: id,
        type,
        kind,
        untold: untoldOf(said),
        polarity,
        by: named(speakerOf(said)),
        together: namedAll(catalogue, togetherOf(said)),
        content: stretches(digest, content),
        cue,
        source,
        how,
        why,
        rule,
        confidence,
        outlet: digest.outlet,
        alsoBy: alsoBy(said)
      }
    }
  }
}

/** A wire's report may stand in a hundred papers. */
const SHOWN = 20

export const namedAll = ({ named }: Catalogue, ids: readonly string[]): Named[] => ids.flatMap((id) => named(id) ?? [])

export function stretches({ text }: Digest, content: readonly number[]): string[] {
  const found: string[] = []
  for (let index = 0; index < content.length; index += 2) found.push(text.slice(content[index], content[index + 1]))
  return found
}

/** Others who say the same of the same: claims inside their statements with the same subject, predicate, object and polarity. */
function echoes(catalogue: Catalogue): (said: Said) => Statement['alsoBy'] {
  const { shelf, idOf, voiceOf, speakerOf, statementOf, untoldOf, named } = catalogue
  const keysOf = (digest: Digest) =>
    digest.claims.flatMap((claim) => {
      const subject = claim.attribution === null || claim.proposition === null ? null : idOf(digest, claim.proposition.subject)
      const object = claim.proposition && idOf(digest, claim.proposition.object)
      return subject === null || object === null ? [] : [{ key: `${subject}\n${claim.proposition?.lemma}\n${object}\n${claim.polarity}`, digest, claim }]
    })
  const all = once(() => grouped(shelf.digests.flatMap(keysOf), ({ key }) => [key]))
  return (said) => {
    const own = speakerOf(said)
    const mine = said.digest.claims.some(({ attribution }) => attribution === said.statement.id) ? keysOf(said.digest).filter(({ claim }) => claim.attribution === said.statement.id) : []
    const others = mine.flatMap(({ key }) => all().get(key) ?? []).filter((other) => other.digest !== said.digest || other.claim.attribution !== said.statement.id)
    return others.flatMap((other) => {
      const voice = voiceOf(other)
      const statement = statementOf(other)
      if (statement && untoldOf({ digest: other.digest, statement }) !== null) return []
      return voice === 'article' || (voice !== null && voice === own) ? [] : [{ ...addressOf(other.digest, other.claim.start, other.claim.end), by: named(voice), same: 'proposition' as const }]
    })
  }
}
