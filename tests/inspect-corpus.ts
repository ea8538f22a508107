import { folder, runFake } from './folders.js'
import { scripted } from './scripted.js'
import type { Places } from '../src/store/index.js'

export const articles = {
  '2016/harbour.txt': `Harbour talks end
2016-11-21 The Courier
Ann Lee: “Grey Isle is not for sale to anybody, and it never was.”
Bo Ray says: Grey Isle belongs to Norland.
He: “We shall see.”
Ann Lee met Bo Ray on Grey Isle.
(hm)
`,
  '2017/tower.txt': `The tower is white
2017-05-09 The Herald
Bo Ray: “Grey Isle is not for sale to anybody, and it never was.”
Ann Lee: “The tower is white.”
Norland – “so close” – claims Grey Isle at the Skerry talks.
`,
  'undated.txt': `No date here
nothing
Ray: “It is late.”
`
}

export const pipeline = scripted({
  people: ['Ann Lee', 'Bo Ray', 'Ray'],
  islands: { 'Grey Isle': { coordinates: { latitude: 60.5, longitude: -3 }, partOf: [{ id: 'island/skerries', name: 'Skerries' }], administeredBy: [{ code: 'NO', name: 'Norland' }], claimedBy: [{ code: 'SU', name: 'Sudland' }] } },
  summits: { 'Skerry talks': { series: null, level: 'meeting', type: 'talks', place: { id: 'island/grey-isle', name: 'Grey Isle' }, when: '2017-05-09', participants: ['person/ann-lee'] } },
  countries: ['Norland']
})

/** A corpus that has been read. */
export async function readCorpus(files: Readonly<Record<string, string>> = articles): Promise<Places> {
  const [corpus, output] = [folder(files), folder()]
  await runFake(corpus, output, pipeline)
  return { corpus, output }
}
