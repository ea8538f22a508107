import type { Facts } from '../../../src/model.js'
import { articleLink } from '../links.js'
import { cut, dateWords, NOT_SAID } from '../words.js'

type Value = Facts[string]

/** What is known, key by key, as the registry has it. What was looked for and not found says so. */
export function FactList({ facts, without = [] }: { readonly facts: Facts; readonly without?: readonly string[] }) {
  const shown = Object.entries(facts).filter(([key]) => !without.includes(key))
  if (shown.length === 0) return null
  return (
    <dl class="facts">
      {shown.map(([key, value]) => (
        <div key={key}>
          <dt>{words(key)}</dt>
          <dd><Fact value={value ?? null} /></dd>
        </div>
      ))}
    </dl>
  )
}

function Fact({ value }: { readonly value: Value }) {
  if (value === null || value === undefined || value === '') return <span class="null">{NOT_SAID}</span>
  if (typeof value === 'number') return <>{value}</>
  if (typeof value === 'string') return <bdi>{cut(dateWords(value), 300)}</bdi>
  if (Array.isArray(value)) return <FactItems values={value as readonly (string | Facts)[]} />
  return <One facts={value as Facts} />
}

function FactItems({ values }: { readonly values: readonly (string | Facts)[] }) {
  if (values.length === 0) return <span class="null">none</span>
  return <ul class="plain">{values.slice(0, 40).map((value, index) => <li key={index}><Fact value={value} /></li>)}</ul>
}

/** "Russia (RU)", "Prime Minister, in …": the short ways of the commonest shapes; the rest as a list of its own. */
function One({ facts }: { readonly facts: Facts }) {
  const { name, code, text, article, published, latitude, longitude } = facts
  if (typeof latitude === 'number' && typeof longitude === 'number') return <>{degrees(latitude, 'N', 'S')} {degrees(longitude, 'E', 'W')}</>
  if (typeof text === 'string' && typeof article === 'string') {
    return <><bdi>{cut(text, 200)}</bdi> <a class="aside" href={articleLink(article)}>{typeof published === 'string' ? dateWords(published) : 'where'}</a></>
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
const words = (key: string): string => key.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
