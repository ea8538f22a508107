import { colourClass } from './Chip.js'
import type { Reading } from './reading.js'

const PARTS = ['content', 'cue', 'source'] as const

/** Lights one statement: its content together with its cue and its source, wherever they stand. Only classes change. */
export function light(text: HTMLElement, { voiceOf }: Reading, id: string | null): void {
  for (const element of text.querySelectorAll('.lit')) element.classList.remove('lit', ...PARTS.map((part) => `lit-${part}`))
  const voice = id === null ? undefined : voiceOf.get(id)
  text.dataset['lit'] = voice ? colourClass(voice) : ''
  if (id === null || !voice) return
  const name = CSS.escape(id)
  for (const part of PARTS) for (const element of text.querySelectorAll(`[data-${part}~="${name}"]`)) element.classList.add('lit', `lit-${part}`)
  for (const element of text.querySelectorAll(`[data-statement="${name}"]`)) element.classList.add('lit')
}

export const chipOf = (text: HTMLElement, id: string): HTMLElement | null => text.querySelector(`[data-statement="${CSS.escape(id)}"]`)

/** One stop for the Tab key among all the statements: the one last visited. */
export function rove(text: HTMLElement, chip: HTMLElement): void {
  for (const element of text.querySelectorAll<HTMLElement>('button.chip[tabindex="0"]')) element.tabIndex = -1
  chip.tabIndex = 0
}
