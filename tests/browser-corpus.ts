import { folder, runFake } from './folders.js'
import { scripted, slug } from './scripted.js'
import { withBridge } from './told-corpus.js'
import type { Places } from '../src/store/index.js'
import type { Pipeline } from '../src/workshop.js'

/** Each would set `hacked` or open a dialog, if it were ever taken for markup, script or an address. */
export const NASTY = {
  image: '<img src=x onerror=hacked(1)> Lee',
  script: '</script><script>hacked(2)</script> Vane',
  comment: '<!--<script>hacked(3) Orr',
  attribute: `"onmouseover="hacked(4)" 'onfocus='hacked(5)' Holm`,
  link: 'javascript:hacked(6) Lund',
  bidi: '\u202enettirW \u2066sdrawkcab\u2069 Brask',
  long: `A${'b'.repeat(9_999)}`,
  wide: `${'W'.repeat(300)} ${'Ж'.repeat(300)}`,
  proto: '__proto__',
  constructor: 'constructor',
  replacement: '$& $1 ${hacked(7)} {{hacked(8)}}',
  zero: 'Zalgo \u0000\u0007\ufffe\ud800 Z\u0334\u0322\u0328\u0337',
  entity: '&lt;b&gt; &#x3c;script&#x3e;'
} as const

const names = Object.values(NASTY)

const files: Readonly<Record<string, string>> = {
  '<img src=x onerror=hacked(10)>.txt': `<script>hacked(11)</script> ${NASTY.image} speaks
2018-01-01 <b onclick=hacked(12)>The Courier</b>
${names.map((name) => `${name}: “${NASTY.script} and ${name} are not on <svg onload=hacked(13)> ${NASTY.attribute}”`).join('\n')}
He: “[click](javascript:hacked(14)) ${NASTY.bidi}”
${NASTY.image} met ${NASTY.link} on <iframe src=javascript:hacked(15)> Isle at ${NASTY.comment} talks.
(hm)
`,
  'javascript:hacked(16).txt': `${NASTY.bidi} ${'x'.repeat(5000)}
2018-02-01 javascript:hacked(17)
${NASTY.image}: “${NASTY.script} and ${NASTY.image} are on <svg onload=hacked(13)> ${NASTY.attribute}”
${NASTY.long} says: It is ${NASTY.long}.
`,
  '\u202etxt.exe #?%2e%2e&amp;"\'.txt': `${NASTY.long}
2018-03-01
${NASTY.proto}: “${NASTY.constructor} is not ${NASTY.replacement}”
`,
  'empty.txt': ''
}

/** Decent articles, and such as somebody might write who wishes the reader ill: in titles, names, texts, outlets, facts and names of files. */
export const pipeline: Pipeline = scripted({
  people: ['Ann Lee', 'Bo Ray', 'Ray', ...names],
  islands: {
    'Grey Isle': { coordinates: { latitude: 60.5, longitude: -3 }, partOf: [{ id: 'island/skerries', name: 'Skerries' }], administeredBy: [{ code: 'NO', name: 'Norland' }], claimedBy: [{ code: 'SU', name: 'Sudland' }] },
    '<iframe src=javascript:hacked(15)> Isle': { coordinates: { latitude: 0, longitude: 0 }, partOf: [{ id: NASTY.script, name: NASTY.script }], administeredBy: [{ code: '<b>', name: NASTY.image }], claimedBy: [{ code: '', name: NASTY.link }] }
  },
  summits: {
    'Skerry talks': { series: null, level: 'meeting', type: 'talks', place: { id: 'island/grey-isle', name: 'Grey Isle' }, when: '2017-05-09', participants: ['person/ann-lee'] },
    [`${NASTY.comment} talks`]: { series: { id: 'x', name: NASTY.attribute }, level: 'meeting', type: 'talks', place: { id: NASTY.link, name: NASTY.image }, when: '2018-01-01', participants: [`person/${slug(NASTY.image)}`] }
  },
  countries: ['Norland']
})

export async function hostile(): Promise<Places> {
  const [corpus, output] = [folder({ ...withBridge, ...files }), folder()]
  await runFake(corpus, output, pipeline)
  return { corpus, output }
}

