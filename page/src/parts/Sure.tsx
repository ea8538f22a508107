/** The figure as the layer has it, 0 to 1, and nothing said about what it amounts to. */
export function Sure({ value, label = 'how sure' }: { readonly value: number; readonly label?: string }) {
  return (
    <span class="sure">
      {label} <span class="sure-bar" aria-hidden="true"><span style={{ width: `${Math.round(Math.max(0, Math.min(1, value)) * 100)}%` }} /></span> <b>{value.toFixed(2)}</b>
    </span>
  )
}
