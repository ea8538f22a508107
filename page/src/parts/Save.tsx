import { announce } from '../announce.js'

/** Offers a text as a file of the browser's own: nothing leaves the page. */
export function Save({ text, name, type, label }: { readonly text: () => string | Promise<string>; readonly name: string; readonly type: string; readonly label: string }) {
  const clicked = () => {
    Promise.resolve().then(text).then((content) => offer(new Blob([content], { type: `${type};charset=utf-8` }), name), (error: unknown) => announce(`Not saved: ${String(error)}`))
  }
  return <button type="button" class="button" onClick={clicked}>{label}</button>
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
