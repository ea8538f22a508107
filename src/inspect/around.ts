const AROUND = 160

/** The text before, itself, and after, cut at words where it can be. */
export function contextOf({ text }: { readonly text: string }, start: number, end: number): [string, string, string] {
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  return [start > AROUND ? `… ${before.replace(/^\S*\s/, '')}` : before, beginning(text.slice(start, end), 1000), end + AROUND < text.length ? `${after.replace(/\s\S*$/, '')} …` : after]
}

/** Never half a letter. */
export function beginning(text: string, length = 200): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

/** As many as somebody reads. */
export const CHOICES = 8
