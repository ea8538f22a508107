import { useState } from 'preact/hooks'
import { Copy } from './Copy.js'

/** The thing as it stands in the layer. Written out only when opened: an article holds hundreds. */
export function Json({ of, label = 'JSON' }: { readonly of: unknown; readonly label?: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="json" onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>{label}</summary>
      {open && (
        <>
          <Copy text={() => JSON.stringify(of, null, 2)} label="Copy JSON" done="Copied" />
          <pre tabIndex={0} role="region" aria-label={label}>{JSON.stringify(of, null, 2)}</pre>
        </>
      )}
    </details>
  )
}
