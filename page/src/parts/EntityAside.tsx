import type { EntityFile } from '../../../src/inspect/model.js'
import { cut, figure } from '../words.js'
import { FactList } from './Facts.js'
import { Json } from './Json.js'
import { Plain } from './Name.js'
import { Place } from './Place.js'

const without: Readonly<Record<string, readonly string[]>> = {
  person: [],
  island: ['gazetteer', 'name', 'partOf', 'administeredBy', 'claimedBy'],
  summit: ['participants']
}

/** What the registry knows: other names, facts, what was joined and why, where it appears. */
export function EntityAside({ entity }: { readonly entity: EntityFile }) {
  const { aliases, facts, joins, appearances } = entity
  return (
    <section class="aside-column" aria-label="What is known">
      <h2>What is known</h2>
      <h3>Also called</h3>
      {aliases.length === 0 && <p class="null">by no other name</p>}
      <ul class="names aliases">{aliases.slice(0, 40).map((alias) => <li key={alias}><Plain text={alias} length={60} /></li>)}</ul>
      <h3>Facts</h3>
      {facts === null ? <p class="null">not looked for or not found</p> : <FactList facts={facts} without={without[entity.kind] ?? []} />}
      <h3>Why these are one</h3>
      {joins.length === 0 && <p class="null">one article alone names it</p>}
      <ul class="plain">
        {joins.slice(0, 30).map(({ rule, why }, index) => <li key={index}><bdi>{cut(why, 600)}</bdi> <span class="aside">rule <code>{cut(rule, 200)}</code></span></li>)}
      </ul>
      <h3>Named in</h3>
      <ul class="plain small-list">
        {appearances.rows.slice(0, 20).map((at) => <li key={`${at.article} ${at.start}`}><Place at={at} /> <span class="aside">“<Plain text={at.text} length={40} />”</span></li>)}
        {20 < appearances.total && <li class="aside">and in {figure(appearances.total - 20)} more</li>}
      </ul>
      <Json of={entity} label="JSON of the registry" />
    </section>
  )
}
