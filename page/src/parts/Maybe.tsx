import { dateWords, NOT_SAID } from '../words.js'
import { Plain } from './Name.js'

/** A text of a layer, or the words for its absence. */
export function Maybe({ text, length = 120, otherwise = NOT_SAID }: { readonly text: string | null; readonly length?: number; readonly otherwise?: string }) {
  return text === null || text === '' ? <span class="null">{otherwise}</span> : <Plain text={text} length={length} />
}

export function When({ date, otherwise = NOT_SAID }: { readonly date: string | null; readonly otherwise?: string }) {
  if (date === null) return <span class="null">{otherwise}</span>
  return <time dateTime={/^\d{4}(-\d\d){0,2}$/.test(date) ? date : undefined}><Plain text={dateWords(date)} length={60} /></time>
}
