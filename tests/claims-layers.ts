import { read } from '../src/markup.js'
import type { Attribution, DateMention, Entity, Layers } from '../src/model.js'
import { spanOf } from '../src/span.js'
import { speakers } from '../src/stages/2-speakers/index.js'
import { lexicon, tokensOf } from './support.js'

/** Layers made by hand from markup: [content=a1 …], [cue=a1 …], [source=a1 …], [entity=person/ada-lind …], [date=2016-05 …]. Quotation marks are paired as stage 2 pairs them. */
export async function layersOf(marked: string, denied: readonly string[] = [], nobody: readonly string[] = []): Promise<Pick<Layers, 'tokens' | 'speakers' | 'entities'>> {
  const { text, marks } = read(marked)
  const found = marks.map(({ label, start, end }) => ({ kind: label.split('=')[0], value: label.split('=')[1] ?? '', span: spanOf(text, start, end) }))
  const of = (kind: string, value: string) => found.filter((mark) => mark.kind === kind && mark.value === value).map(({ span }) => span)
  const values = (kind: string) => [...new Set(found.filter((mark) => mark.kind === kind).map(({ value }) => value))]
  const attributions = values('content').map((id): Attribution => ({
    id,
    type: of('content', id)[0]?.text.startsWith('“') ? 'direct' : 'indirect',
    kind: 'statement',
    content: of('content', id),
    cue: of('cue', id),
    source: of('source', id),
    speaker: { span: null, how: 'none', chain: [], candidates: [], why: '' },
    polarity: denied.includes(id) ? 'denied' : 'affirmed',
    confidence: 1,
    rule: 'by hand'
  }))
  const named = values('entity').map((id): Entity => ({
    id,
    kind: id.split('/')[0] as Entity['kind'],
    name: id,
    aliases: [],
    mentions: of('entity', id).map((span) => ({ ...span, form: 'name', rule: 'by hand' })),
    facts: null,
    rule: 'by hand',
    confidence: 1
  }))
  const dates = values('date').flatMap((value) => of('date', value).map((span): DateMention => ({ span, value, kind: 'date', anchor: null })))
  const tokens = await tokensOf(text)
  return {
    tokens,
    speakers: { marks: speakers.run({ tokens }, lexicon).marks, attributions, problems: [] },
    entities: { entities: named, speakers: attributions.map(({ id }) => ({ attribution: id, entity: nobody.includes(id) ? null : 'person/ada-lind', why: 'by hand' })), dates }
  }
}
