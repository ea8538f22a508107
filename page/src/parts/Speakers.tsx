import type { Named, Statement } from '../../../src/inspect/model.js'
import { claimsLink, saidOfLink } from '../links.js'
import { figure } from '../words.js'
import { Plain } from './Name.js'

/** Who speaks of it, most often first; each leads to what they say of it. */
export function Speakers({ statements, about, total }: { readonly statements: readonly Statement[]; readonly about: Named; readonly total: number }) {
  const speakers = new Map<string, { readonly named: Named; count: number }>()
  for (const { by } of statements) {
    if (by === null) continue
    const before = speakers.get(by.id)
    if (before) before.count += 1
    else speakers.set(by.id, { named: by, count: 1 })
  }
  if (speakers.size === 0) return null
  return (
    <section aria-labelledby="who-speaks">
      <h2 id="who-speaks">Who speaks of it</h2>
      {statements.length < total && <p class="aside">Counted on this page of the statements.</p>}
      <ul class="chips">
        {[...speakers.values()].sort((one, other) => other.count - one.count).slice(0, 24).map(({ named, count }) => (
          <li key={named.id}>
            <a href={named.kind === 'person' ? saidOfLink(named, about) : claimsLink({ speaker: named, entity: about })}><Plain text={named.name} length={60} /> <span class="count">{figure(count)}</span></a>
          </li>
        ))}
      </ul>
    </section>
  )
}
