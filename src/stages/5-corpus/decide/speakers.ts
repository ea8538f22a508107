import { reasonOf, type Entry, type SpeakerDecision } from '../../../decisions/index.js'
import type { DecidedSpeaker } from '../model.js'
import { order } from '../order.js'
import type { ArticleLayers } from '../read-article.js'
import type { Outcome } from './join.js'
import { findStretch, type Stretch } from './stretches.js'

interface Spoken extends Stretch {
  readonly attribution: string
}

/** What the user says of who speaks. `read` takes note of the attributions that it may be about; `decide` finds them, when all articles were read. */
export function decideSpeakers(entries: readonly Entry[]) {
  const own = entries.flatMap((entry) => ('speaker' in entry.decision ? [{ entry, decision: entry.decision }] : []))
  const articles = new Set(own.map(({ decision }) => decision.says.article))
  const spoken: Spoken[] = []
  return {
    read({ article, speakers }: ArticleLayers): void {
      if (!articles.has(article)) return
      for (const { id, content } of speakers.attributions) {
        const [first, last] = [content[0], content.at(-1)]
        if (first && last) spoken.push({ article, attribution: id, start: first.start, end: last.end, texts: content.map(({ text }) => text) })
      }
    },
    decide(named: (name: string) => { readonly id: string } | { readonly problem: string }, all: readonly string[]) {
      const found = own.map(({ entry, decision }) => ({ entry, ...decided(decision, spoken, named, all) }))
      const inOrder = found.flatMap(({ speaker }) => speaker ?? []).sort((a, b) => order(a.article, b.article) || Number(a.attribution.slice(1)) - Number(b.attribution.slice(1)))
      const speakers = new Map(inOrder.map((speaker) => [`${speaker.article}\n${speaker.attribution}`, speaker]))
      return { speakers, outcomes: new Map(found.map(({ entry, outcome }) => [entry, outcome])) }
    }
  }
}

function decided(decision: SpeakerDecision, spoken: readonly Spoken[], named: (name: string) => { readonly id: string } | { readonly problem: string }, all: readonly string[]): { speaker: DecidedSpeaker | null; outcome: Outcome } {
  const stretch = findStretch(decision.says, spoken, all, 'attribution')
  if ('problem' in stretch) return { speaker: null, outcome: stretch }
  const who = decision.speaker === null ? { id: null } : named(decision.speaker)
  if ('problem' in who) return { speaker: null, outcome: who }
  const { article, attribution } = stretch
  return { speaker: { article, attribution, entity: who.id, why: reasonOf(decision) }, outcome: { did: who.id === null ? `who says ${attribution} of ${article} cannot be known` : `${who.id} says ${attribution} of ${article}` } }
}
