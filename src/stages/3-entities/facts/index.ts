import type { DateMention, Facts } from '../../../model.js'
import type { Draft } from '../join/draft.js'
import type { Meeting } from '../join/gatherings.js'
import type { Scene } from '../scene.js'
import { countryOf, islandFacts } from './island.js'
import { personFacts } from './person.js'
import { summitFacts } from './summit.js'

/** What is known of an entity, from the tables and from the text; null where it is nothing. */
export function factsOf(scene: Scene, draft: Draft, drafts: readonly Draft[], meetings: ReadonlyMap<Draft, Meeting>, dates: readonly DateMention[], idOf: (draft: Draft) => string): Facts | null {
  const { gazetteer, lexicon } = scene
  const [sort = '', id = ''] = draft.key.split(':')
  const meeting = meetings.get(draft)
  if (meeting) return summitFacts(scene, meeting, drafts, dates, idOf)
  if (draft.kind === 'person') return personFacts(scene, draft)
  if (draft.kind === 'island') return islandFacts(gazetteer, draft.key)
  if (sort === 'country') {
    const country = gazetteer.countries.get(id)
    return country ? { code: id, name: country.name, capital: country.capitals[0] ?? null } : null
  }
  if (sort === 'people') return { countries: id.split('|').map((code) => countryOf(gazetteer, code)) }
  if (sort === 'capital') return { capitalOf: countryOf(gazetteer, id) }
  if (sort === 'seat') {
    const country = [...gazetteer.countries.values()].find(({ capitals }) => capitals.includes(id))
    return country ? { governmentOf: countryOf(gazetteer, country.code) } : null
  }
  if (sort === 'series') {
    const series = gazetteer.series.get(id)
    return series ? { name: series.name, about: series.about, years: series.years } : null
  }
  if (sort === 'agreement') {
    const row = lexicon.table('agreements').find((one) => one['id'] === id)
    return row ? { name: row['name'] ?? '', year: row['year'] || null, about: row['about'] ?? '' } : null
  }
  return null
}
