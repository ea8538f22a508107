import { useEffect, useRef } from 'preact/hooks'

/** A field of words. It keeps what is being typed; a change from outside (the back button) reaches it when it is not in use. */
export function Words({ id, label, value, typed, placeholder }: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly typed: (value: string) => void
  readonly placeholder?: string
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value
  }, [value])
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id} ref={input} type="search" defaultValue={value} placeholder={placeholder} autocomplete="off"
        onInput={(event) => typed((event.currentTarget as HTMLInputElement).value)}
      />
    </div>
  )
}

export function Choice({ id, label, value, choices, chosen }: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [value: string, label: string])[]
  readonly chosen: (value: string) => void
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => chosen((event.currentTarget as HTMLSelectElement).value)}>
        {choices.map(([choice, words]) => <option key={choice} value={choice} selected={choice === value}>{words}</option>)}
      </select>
    </div>
  )
}

export function Day({ id, label, value, chosen }: { readonly id: string; readonly label: string; readonly value: string; readonly chosen: (value: string) => void }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="date" value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''} onChange={(event) => chosen((event.currentTarget as HTMLInputElement).value)} />
    </div>
  )
}
