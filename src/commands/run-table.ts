import Table from 'cli-table3'
import type { Counts } from '../model.js'
import type { FileReport, Report } from '../report.js'

/** What a run says at its end. */
export function summary(report: Report, places: { readonly corpus: string; readonly output: string }): string {
  const { totals, files, settings, removed, foreign } = report
  const articles = files.filter(({ outcome }) => outcome === 'read')
  const parts = [
    articles.length > 0 ? tableOf(articles, totals) : '',
    files.length === 0 ? `no article in ${places.corpus}; put some in (.txt, .md, .html) and run again` : '',
    across(totals),
    worked(report),
    ...list('skipped', files),
    ...list('failed', files),
    ...notesOf(articles),
    removed.length > 0 ? `removed: the layers of ${plural(removed.length, 'article')} no longer in ${places.corpus}` : '',
    ...shortList('not done, as hearsay.json wants', report.undone),
    ...shortList('not in 5-corpus, since its layers could not be read there; run again', report.unread),
    foreign.length > 0 ? `not hearsay's, left alone in ${places.output}: ${short(foreign)}` : '',
    settings.shard ? `this was shard ${settings.shard}; when all are done, "hearsay run" without --shard joins them` : ''
  ]
  return parts.filter(Boolean).join('\n')
}

/** What holds over all articles; nothing of a shard, which does not know the others. */
function across(totals: Counts): string {
  const { quotes = 0, repeated = 0, disputed = 0, conflicts = 0, decisions = 0 } = totals
  if (quotes + conflicts + decisions === 0) return ''
  const parts = [plural(quotes, 'quotation'), repeated > 0 ? `${repeated.toLocaleString('en')} in several places` : '', disputed > 0 ? `${disputed.toLocaleString('en')} given to different speakers` : '', plural(conflicts, 'conflict')]
  return `over all articles: ${[...parts, decisions > 0 ? `${plural(decisions, 'decision')} of hearsay.json` : ''].filter(Boolean).join(', ')}`
}

const shortList = (title: string, items: readonly string[]): string[] => [...items.slice(0, 10).map((item) => `${title}: ${oneLine(item)}`), ...(items.length > 10 ? [`${title}: ${items.length - 10} more, see report.json`] : [])]

/** Articles that get a line of their own; of a larger corpus only the largest do. */
const LINES = 30
const LARGEST = 5

function tableOf(articles: readonly FileReport[], totals: Counts): string {
  const shown = articles.length <= LINES ? articles : [...articles].sort((a, b) => (b.counts['words'] ?? 0) - (a.counts['words'] ?? 0)).slice(0, LARGEST)
  const table = new Table({
    head: ['article', 'words', 'attributions', 'with quotes', 'speaker known', 'people', 'islands', 'summits', 'claims'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true }
  })
  for (const { file, counts } of shown) table.push([oneLine(file), ...cellsOf(counts)])
  if (shown.length < articles.length) table.push([`… ${articles.length - shown.length} more`, ...new Array<string>(8).fill('')])
  table.push([plural(articles.length, 'article'), ...cellsOf(totals)])
  return table.toString()
}

const cellsOf = (counts: Counts): string[] => ['words', 'attributions', 'quoted', 'speakers', 'person', 'island', 'summit', 'claims'].map((name) => (counts[name] ?? 0).toLocaleString('en'))

function worked({ totals, seconds, files, times }: Report): string {
  const made = files.filter((file) => file.made.length > 0)
  if (made.length === 0) return totals.read > 0 ? `nothing to do: ${plural(totals.unchanged, 'article')} unchanged (${seconds} s)` : ''
  const words = made.filter((file) => file.made.includes('tokens')).reduce((sum, { counts }) => sum + (counts['words'] ?? 0), 0)
  const pace = words > 0 && seconds > 0 ? `, ${Math.round(words / seconds).toLocaleString('en')} words/s` : ''
  const shares = Object.entries(times).filter(([name]) => name !== 'start')
  const whole = shares.reduce((sum, [, time]) => sum + time, 0)
  const share = whole > 0 ? `; ${shares.map(([name, time]) => `${name} ${Math.round((100 * time) / whole)} %`).join(', ')}` : ''
  return `${plural(made.length, 'article')} made, ${totals.unchanged} unchanged, in ${seconds} s${pace}${share}`
}

function list(outcome: 'skipped' | 'failed', files: readonly FileReport[]): string[] {
  const those = files.filter((file) => file.outcome === outcome)
  const lines = those.slice(0, 10).map(({ file, reason }) => `${outcome}: ${oneLine(file)}: ${reason}`)
  return those.length > 10 ? [...lines, `${outcome}: ${those.length - 10} more, see report.json`] : lines
}

function notesOf(articles: readonly FileReport[]): string[] {
  const noted = articles.filter(({ notes }) => notes.length > 0)
  const lines = noted.slice(0, 10).map(({ file, notes }) => `note: ${oneLine(file)}: ${notes.join('; ')}`)
  return noted.length > 10 ? [...lines, `note: ${noted.length - 10} more, see report.json`] : lines
}

const short = (names: readonly string[]): string => names.slice(0, 5).map(oneLine).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '')

const plural = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** A file name may hold anything, a line end and the codes that move a terminal's cursor too. */
export const oneLine = (name: string): string => name.replace(/\p{Cc}/gu, (char) => JSON.stringify(char).slice(1, -1).replace('\u007f', '\\u007f'))
