import type { Reason } from './model.js'

/** "hearsay.json, by Ann on 2016-11-21: only one of them was in Tokyo". No line number: the file may be put in another order and nothing else changes. */
export function reasonOf({ why, by, date }: Reason): string {
  const who = [by === undefined ? '' : ` by ${by}`, date === undefined ? '' : ` on ${date}`].join('')
  return `hearsay.json${who === '' ? '' : `,${who}`}${why === undefined ? '' : `: ${why}`}`
}
