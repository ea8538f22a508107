import { useState } from 'preact/hooks'
import { announce } from '../announce.js'

/** Copies what `text` says at the moment of the click; it may take a while to gather. */
export function Copy({ text, label, done }: { readonly text: () => string | Promise<string>; readonly label: string; readonly done: string }) {
  const [said, setSaid] = useState<string | null>(null)
  const clicked = () => {
    Promise.resolve()
      .then(text)
      .then(toClipboard)
      .then(() => done, (error: unknown) => `Not copied: ${error instanceof Error ? error.message : String(error)}`)
      .then((outcome) => {
        setSaid(outcome)
        announce(outcome)
        setTimeout(() => setSaid(null), 4000)
      })
  }
  return <button type="button" class="button" onClick={clicked}>{said ?? label}</button>
}

/** A page opened as a file may not be given the clipboard; the older way still works there. */
async function toClipboard(text: string): Promise<void> {
  if (isSecureContext && navigator.clipboard) {
    const written = await navigator.clipboard.writeText(text).then(() => true, () => false)
    if (written) return
  }
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'unseen'
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (!copied) throw new Error('the browser does not give the clipboard to this page')
}
