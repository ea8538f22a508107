import { asCsv, type Row } from '../../src/commands/rows.js'
import type { ClaimQuery, ClaimRow } from '../../src/inspect/model.js'
import { library } from './library.js'

const COLUMNS = [
  'article', 'title', 'published', 'start', 'end', 'claim', 'speaker', 'speakerId', 'attribution', 'doubt', 'text', 'sentence', 'polarity', 'certainty', 'time', 'about', 'checkable', 'confidence', 'rule'
] as const

const AT_ONCE = 1000

/** Every row of the filter, not only those of the page shown. */
export async function claimsCsv(query: ClaimQuery): Promise<string> {
  const rows: Row[] = []
  for (let offset = 0, total = 1; offset < total;) {
    const page = await library.claims({ ...query, offset, limit: AT_ONCE })
    rows.push(...page.rows.map(rowOf))
    if (page.rows.length === 0) break
    total = page.total
    offset += page.rows.length
  }
  return `${asCsv(rows, COLUMNS)}\r\n`
}

function rowOf({ article, title, published, start, end, claim, speaker, attribution, untold, text, sentence, polarity, certainty, time, about, checkable, confidence, rule }: ClaimRow): Row {
  const who = speaker === 'article' ? { speaker: 'article', speakerId: '' } : { speaker: speaker?.name ?? '', speakerId: speaker?.id ?? '' }
  return {
    ...who, article, title, published, start, end, claim, attribution, doubt: untold, text, sentence, polarity, certainty, time,
    about: about.map(({ id }) => id).join('; '), checkable: checkable.score, confidence, rule
  }
}
