import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { library } from '../library.js'
import { cut } from '../words.js'

export interface Pick {
  readonly id: string
  readonly name: string
  readonly note: string
}

/** A name out of thousands: typing offers what fits, arrows choose, Enter takes it, Escape lets it be. */
export function Picker({ id, label, value, offers, fixed = [], placeholder, chosen }: {
  readonly id: string
  readonly label: string
  /** The id chosen, '' for none. */
  readonly value: string
  readonly offers: (q: string) => Promise<readonly Pick[]>
  /** Choices that are no entity, offered first. */
  readonly fixed?: readonly Pick[]
  readonly placeholder: string
  readonly chosen: (id: string) => void
}) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const asked = useRef(0)
  const [picks, setPicks] = useState<readonly Pick[]>([])
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const name = useNameOf(value, fixed)
  useEffect(() => {
    if (input.current && (document.activeElement !== input.current || value !== '')) input.current.value = cut(name, 80)
  }, [value, name])

  const offer = (q: string) => {
    const question = (asked.current += 1)
    const wanted = q.trim().toLowerCase()
    const first = fixed.filter((pick) => pick.name.toLowerCase().includes(wanted))
    offers(q).then((found) => {
      if (question !== asked.current) return
      setPicks([...first, ...found.slice(0, 12)])
      setActive(-1)
      setOpen(true)
    }, () => setOpen(false))
  }
  const take = (pick: Pick) => {
    asked.current += 1
    setOpen(false)
    if (input.current) input.current.value = cut(pick.name, 80)
    chosen(pick.id)
  }
  const typed = () => {
    const q = input.current?.value ?? ''
    if (q === '' && value !== '') chosen('')
    offer(q)
  }
  const left = () => {
    asked.current += 1
    setOpen(false)
    if (input.current && input.current.value !== '') input.current.value = cut(name, 80)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
    if (event.key === 'Enter' && open && picks[Math.max(active, 0)]) {
      event.preventDefault()
      take(picks[Math.max(active, 0)]!)
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    if (!open) return offer(input.current?.value ?? '')
    const step = event.key === 'ArrowDown' ? 1 : -1
    setActive((active + step + picks.length) % Math.max(picks.length, 1))
  }
  return (
    <div class="field picker">
      <label for={id}>{label}</label>
      <input
        id={id} ref={input} type="text" role="combobox" autocomplete="off" placeholder={placeholder}
        aria-expanded={open && 0 < picks.length} aria-controls={list} aria-autocomplete="list"
        aria-activedescendant={open && picks[active] ? `${list}-${active}` : undefined} defaultValue={cut(name, 80)}
        onInput={typed} onKeyDown={pressed} onBlur={left} onFocus={() => input.current?.select()}
      />
      {value !== '' && <button type="button" class="clear" aria-label={`Clear ${label}`} onClick={() => chosen('')}>×</button>}
      <ul id={list} role="listbox" aria-label={label} hidden={!open || picks.length === 0}>
        {picks.map((pick, index) => (
          <li key={pick.id} id={`${list}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => { event.preventDefault(); take(pick) }}>
            <bdi>{cut(pick.name, 60)}</bdi> <span class="aside">{pick.note}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The address holds ids; the reader wants to see a name. */
function useNameOf(id: string, fixed: readonly Pick[]): string {
  const [found, setFound] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const own = fixed.find((pick) => pick.id === id)
  useEffect(() => {
    if (id === '' || own) return
    let wanted = true
    library.entity({ id, limit: 1 }).then((page) => wanted && setFound({ id, name: page?.entity.name ?? id }), () => wanted && setFound({ id, name: id }))
    return () => {
      wanted = false
    }
  }, [id])
  if (id === '') return ''
  return own?.name ?? (found?.id === id ? found.name : id)
}
