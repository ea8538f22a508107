import type { Lexicon } from '../../data/lexicon.js'
import type { Article, Attribution, Mark, Span, Speakers, Tokens } from '../../model.js'
import { byPosition, contains, spanOf } from '../../span.js'
import type { Stage } from '../../stage.js'
import { treeOf, type Tree } from '../../tree.js'
import { completeSources } from './complete.js'
import { stretchOf, type Draft, type Stretch } from './draft.js'
import { fill } from './fill.js'
import { followSources } from './follow.js'
import { gather } from './gather.js'
import { withHeadline } from './headline.js'
import { kindOf } from './kind.js'
import { pairMarks, type Pair } from './marks.js'
import { byToken, namesOf, type Name } from './names.js'
import { readNested } from './nested.js'
import { withRepeated } from './repeated.js'
import { resume } from './resume.js'
import { sceneOf } from './scene.js'
import { withCarried, withOwnCues } from './split.js'
import { linkSources } from './sources.js'
import { quotationsOf, squareWithMarks, stretchOfPair } from './square.js'
import { overlapping, tidy } from './tidy.js'
import { quotedBeside, withQuoted } from './quoted-as.js'
import { withTranscript } from './transcript.js'
import { trim } from './trim.js'
import { shapeOf } from './trust-shape.js'
import { mannerOf, type Signs } from './trust-signs.js'
import { trusted, trustOf } from './trust.js'
import { unglue } from './unglue.js'
import { readInner, readUnread } from './unread.js'
import { usesOf } from './uses.js'
import { likelihoodOf, polarityOf, typeOf } from './verdicts.js'

/** Who said what: quotation marks, attributions, and whom each source stands for. */
export const speakers: Stage<'tokens', 'speakers'> = {
  writes: 'speakers',
  reads: ['tokens'],
  version: 7,
  data: ['action-nouns', 'attribution-trust', 'collective-nouns', 'countries', 'cue-verbs', 'cues', 'elided-words', 'family-first-names', 'felt-participles', 'first-names', 'gendered-words', 'headline-labels', 'not-doers', 'role-nouns'],
  run({ tokens }, lexicon): Speakers {
    const { marks, problems, found } = signedAttributions(tokens, lexicon)
    const trust = trustOf(lexicon)
    return { marks, attributions: found.map((signs): Attribution => ({ ...signs.attribution, confidence: trusted(trust, signs) })), problems }
  }
}

/** All that the layer tells, and with each attribution what speaks for it. */
export function signedAttributions(tokens: Tokens, lexicon: Lexicon): Omit<Speakers, 'attributions'> & { readonly found: readonly Signs[] } {
  const tree = treeOf(tokens)
  const { text } = tree
  const { pairs, problems } = pairMarks(text, tokens.paragraphs, lexicon.words('elided-words'))
  const names = namesOf(tree)
  const drafts = draftsIn(tree, tokens.article, pairs, names, lexicon)
  const contents = drafts.flatMap(({ content }) => content).sort(byPosition)
  const uses = usesOf(pairs, contents, tree)
  const marks = pairs.map((pair, index): Mark => ({ ...pair, use: uses[index] ?? 'other' }))
  const speech = marks.filter(({ level, use }) => level === 0 && use !== 'title' && use !== 'nickname').map(stretchOfPair)
  const within = (stretches: readonly Stretch[]) => (index: number) => 0 < overlapping(stretches, stretchOf(tree, { from: index, to: index + 1 })).length
  const quoted = within(quotationsOf(pairs, 0).flatMap((quotation) => quotation.map(stretchOfPair)))
  const speakers = followSources(drafts, sceneOf(tree, names, lexicon, quoted, within(outermost(contents))), authorOf(tokens.article, names, tree))

  const spans = (ranges: Draft['cue']) => ranges.map((range) => stretchOf(tree, range)).map(({ start, end }) => spanOf(text, start, end))
  const article = mannerOf(tree, quoted)
  const found = drafts.map((draft, index): Signs => {
    // The marks around a report inside a quotation are those of the quotation.
    const type = draft.rule === 'nested' ? 'indirect' : typeOf(draft.content, speech, tree)
    return {
      ...shapeOf(draft, tree),
      article,
      attribution: {
        id: `a${index + 1}`,
        type,
        kind: kindOf(draft, type, tree, lexicon),
        content: draft.content.map(({ start, end }) => spanOf(text, start, end)),
        cue: spans(draft.cue),
        source: spans(draft.source),
        speaker: speakers.get(draft) ?? { span: null, how: 'none', chain: [], candidates: [], why: 'nobody is named as the source' },
        polarity: polarityOf(draft, type, tree),
        rule: draft.rule
      }
    }
  })
  return { marks, problems, found }
}

/** What the reader saw, put right step by step, and what it did not see. In text order. */
function draftsIn(tree: Tree, article: Article, pairs: readonly Pair[], names: readonly Name[], lexicon: Lexicon): Draft[] {
  const quotations = quotationsOf(pairs, 0)
  const words = { tree, cueVerbs: lexicon.words('cue-verbs') }
  const felt = lexicon.words('felt-participles')
  const gathered = gather(tree, felt)
  for (let level = 0; level < 3; level++) squareWithMarks(gathered, quotationsOf(pairs, level), tree)
  tidy(gathered, quotations, tree)
  const cued = withOwnCues(gathered, quotations, words)
  resume(cued, quotations, tree)
  const read = withTranscript(withCarried(cued, quotations, tree), tree)
  const seen = [...read, ...readUnread(read, quotations, words), ...readInner(read, quotationsOf(pairs, 1), words)].filter(({ content }) => content.length)
  completeSources(seen, byToken(names), tree)
  const spoken = withQuoted(seen, tree)
  linkSources(spoken, tree, felt)
  unglue(spoken, tree)
  trim(spoken, tree)
  fill(spoken, tree)
  const quoted = quotations.flatMap((quotation) => quotation.map(stretchOfPair))
  spoken.push(...readNested(spoken, quoted, tree), ...quotedBeside(spoken, tree))
  const title = typeof article.title === 'string' ? null : article.title
  const drafts = withHeadline(spoken, title, { labels: lexicon.words('headline-labels'), names, tree })
  for (const { content } of drafts) content.sort(byPosition)
  withRepeated(drafts, tree)
  return drafts.filter((draft) => !isDoubtful(draft, quoted)).sort((a, b) => byPosition(a.content[0] ?? nowhere, b.content[0] ?? nowhere))
}

/** Nobody's word, without marks, and rather wrong than right: such a report is worth nothing to anybody. The limit did best on articles of the training part that a reader had not seen. */
const isDoubtful = (draft: Draft, quoted: readonly Stretch[]): boolean =>
  !draft.source.length && !draft.carries && likelihoodOf(draft) < 0.45 && draft.content.every((piece) => !overlapping(quoted, piece).length)

/** The one person whom the byline names, if it stands in the text. */
function authorOf({ byline }: Article, names: readonly Name[], tree: Tree): Span | null {
  if (byline === null || typeof byline === 'string') return null
  const people = names.filter(({ kind, from, to }) => kind === 'Person' && contains(byline, stretchOf(tree, { from, to })))
  const [author] = people
  if (!author || 1 < people.length) return null
  const { start, end } = stretchOf(tree, author)
  return spanOf(tree.text, start, end)
}

/** Without those inside of others, so that they do not overlap. In text order. */
const outermost = (stretches: readonly Stretch[]): Stretch[] => {
  const result: Stretch[] = []
  for (const stretch of stretches) if ((result.at(-1)?.end ?? 0) <= stretch.start) result.push(stretch)
  return result
}

const nowhere = { start: 0, end: 0 }
