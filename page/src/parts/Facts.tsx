import type { Facts } from '../../../src/model.js'
import { articleLink } from '../links.js'
import { cut, dateWords, NOT_SAID } from '../words.js'

type Value = Facts[string]

/** Where a key would puzzle. */
const labels: Readonly<Record<string, string>> = { first: 'first name', last: 'last name', honorific: 'addressed as', roles: 'called', couldBe: 'could also be' }

/** What is known, key by key, as the registry has it. What was looked for and not found is named in one line. */
export function FactList({ facts, without = [] }: { readonly facts: Facts; readonly without?: readonly string[] }) {
  const shown = Object.entries(facts).filter(([key]) => !without.includes(key))
  const found = shown.filter(([, value]) => !isNothing(value))
  const missing = shown.filter(([, value]) => isNothing(value))
  return (
    <>
      <dl class="facts">
        {found.map(([key, value]) => (
          <div key={key}>
            <dt>{words(key)}</dt>
            <dd><Fact value={value ?? null} /></dd>
          </div>
        ))}
      </dl>
      {0 < missing.length && <p class="null small">{NOT_SAID}: {missing.map(([key]) => words(key)).join(', ')}</p>}
    </>
  )
}

const isNothing = (value: Value | undefined): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function Fact({ value }: { readonly value: Value }) {
  if (value === null || value === undefined || value === '') return <span class="null">{NOT_SAID}</span>
  if (typeof value === 'number') return <>{value}</>
  if (typeof value === 'string') return <bdi>{cut(dateWords(value), 300)}</bdi>
  if (Array.isArray(value)) return <FactItems values={value as readonly (string | Facts)[]} />
  return <One facts={value as Facts} />
}

const SHOWN = 12

function FactItems({ values }: { readonly values: readonly (string | Facts)[] }) {
  if (values.length === 0) return <span class="null">none</span>
  return (
    <ul class="plain">
      {values.slice(0, SHOWN).map((value, index) => <li key={index}><Fact value={value} /></li>)}
      {SHOWN < values.length && <li class="aside">and {values.length - SHOWN} more</li>}
    </ul>
  )
}

/** "Russia (RU)", "Prime Minister, in …": the short ways of the commonest shapes; the rest as a list of its own. */
function One({ facts }: { readonly facts: Facts }) {
  const { name, code, text, article, published, latitude, longitude } = facts
  if (typeof latitude === 'number' && typeof longitude === 'number') return <>{degrees(latitude, 'N', 'S')} {degrees(longitude, 'E', 'W')}</>
  if (typeof text === 'string' && typeof article === 'string') {
    return <><a href={articleLink(article)}><bdi>{cut(text, 200)}</bdi></a>{typeof published === 'string' && <span class="aside"> {dateWords(published)}</span>}</>
  }
  if (typeof name === 'string') {
    const rest = [code, facts['about'], facts['years']].filter((part) => typeof part === 'string')
    return <><bdi>{cut(name, 200)}</bdi>{0 < rest.length && <span class="aside"> {rest.join('; ')}</span>}</>
  }
  if (typeof text === 'string') return <bdi>{cut(text, 200)}</bdi>
  return <FactList facts={facts} />
}

const degrees = (value: number, plus: string, minus: string): string => `${Math.abs(value).toFixed(2)}° ${value < 0 ? minus : plus}`

/** "administeredBy" reads "administered by". */
const words = (key: string): string => labels[key] ?? key.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
