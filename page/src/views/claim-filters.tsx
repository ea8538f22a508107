import type { ClaimQuery } from '../../../src/inspect/model.js'
import { library } from '../library.js'
import { Choice, Day, Words } from '../parts/Fields.js'
import { useFilter } from '../parts/filters.js'
import { Picker, type Pick } from '../parts/Picker.js'
import { address, replace, type Route } from '../route.js'
import { KIND } from '../words.js'

const polarities = [['', 'any'], ['positive', 'positive: it is so'], ['negative', 'negative: it is not so']] as const
const certainties = [['', 'any'], ['stated', 'stated'], ['likely', 'likely'], ['possible', 'possible'], ['wished', 'wished'], ['conditional', 'conditional'], ['asked', 'asked']] as const
const checkables = [['', 'any'], ['0.25', '0.25 and more'], ['0.5', '0.50 and more'], ['0.75', '0.75 and more'], ['0.9', '0.90 and more']] as const
const sorts = [['place', 'order of the articles'], ['date', 'date'], ['checkable', 'how checkable'], ['confidence', 'how sure']] as const

const voices: readonly Pick[] = [
  { id: 'article', name: 'the article itself', note: 'not attributed' },
  { id: 'somebody', name: 'not the article', note: 'anybody else, named or not' },
  { id: 'nobody', name: 'somebody not named', note: '“officials”' }
]

/** The query of the address, as far as it says something that the library knows. */
export function claimQuery({ query }: Route): ClaimQuery {
  const polarity = known(polarities, query['polarity'])
  const certainty = known(certainties, query['certainty'])
  const sort = known(sorts, query['sort'])
  const checkable = Number(query['checkable'] ?? 0)
  return {
    ...texts(query, ['q', 'speaker', 'entity', 'from', 'to', 'article']),
    ...(polarity === undefined ? {} : { polarity }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(sort === undefined ? {} : { sort }),
    ...(0 < checkable ? { checkable } : {})
  }
}

export function ClaimFilters({ route }: { readonly route: Route }) {
  const { set, later } = useFilter(route)
  const at = (key: string): string => route.query[key] ?? ''
  const filters = Object.keys(route.query).filter((key) => key !== 'offset' && key !== 'sort')
  return (
    <details class="filter-box" open={!isNarrow()}>
      <summary>Filters{0 < filters.length && <span class="count">{filters.length} set</span>}</summary>
      <div class="filters many" role="search" aria-label="Claims">
        <Words id="claims-q" label="Words" value={at('q')} typed={(value) => later({ q: value })} />
        <Picker id="claims-speaker" label="On whose word" value={at('speaker')} fixed={voices} placeholder="anybody" offers={speakers} chosen={(id) => set({ speaker: id })} />
        <Picker id="claims-entity" label="About" value={at('entity')} placeholder="anything" offers={entities} chosen={(id) => set({ entity: id })} />
        <Choice id="claims-polarity" label="Polarity" value={at('polarity')} choices={polarities} chosen={(value) => set({ polarity: value })} />
        <Choice id="claims-certainty" label="Certainty" value={at('certainty')} choices={certainties} chosen={(value) => set({ certainty: value })} />
        <Choice id="claims-checkable" label="Checkable" value={at('checkable')} choices={checkables} chosen={(value) => set({ checkable: value })} />
        <Day id="claims-from" label="From" value={at('from')} chosen={(value) => set({ from: value })} />
        <Day id="claims-to" label="To" value={at('to')} chosen={(value) => set({ to: value })} />
        <Choice id="claims-sort" label="Sorted by" value={at('sort') === '' ? 'place' : at('sort')} choices={sorts} chosen={(value) => set({ sort: value })} />
        <button type="button" class="button" disabled={filters.length === 0} onClick={() => replace(address('claims', '', { sort: at('sort') }))}>Clear filters</button>
      </div>
    </details>
  )
}

/** On a phone the filters would fill the screen. */
const isNarrow = (): boolean => matchMedia('(max-width: 47rem)').matches

async function speakers(q: string): Promise<Pick[]> {
  const { rows } = await library.people({ q, limit: 12 })
  return rows.map(({ id, name, role }) => ({ id, name, note: role ?? '' }))
}

async function entities(q: string): Promise<Pick[]> {
  if (q.trim() === '') return (await library.islands()).slice(0, 12).map(({ id, name }) => ({ id, name, note: 'island' }))
  const { entities: found } = await library.search({ q })
  return found.map(({ id, name, kind }) => ({ id, name, note: KIND[kind]?.one ?? kind }))
}

function known<Value extends string>(choices: readonly (readonly [Value, string])[], value: string | undefined): Exclude<Value, ''> | undefined {
  const choice = choices.find(([name]) => name === value)?.[0]
  return choice === undefined || choice === '' ? undefined : (choice as Exclude<Value, ''>)
}

function texts<Key extends string>(query: Route['query'], keys: readonly Key[]): { [key in Key]?: string } {
  return Object.fromEntries(keys.flatMap((key) => (query[key] ? [[key, query[key]]] : []))) as { [key in Key]?: string }
}
