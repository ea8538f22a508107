import { indexesOf, tokenAt, type Tree } from '../../tree.js'
import { rootOf, stretchOf } from './draft.js'
import { before, isQuoted, isWord, listening, marksIn, wordsIn, type TrimRule } from './trim-rule.js'

/** What marks, brackets, dashes and the ends of sentences and lines show. */
export const trimsByShape: readonly TrimRule[] = [
  {
    name: 'sentence-behind',
    example: 'Jane Doe [cue said] [content [kept “rents will rise.”] That is why nobody came].',
    of(piece, _, tree) {
      const marks = marksIn(piece, tree)
      const last = marks.at(-1)
      if (!last || marks.length % 2 || !/[.!?]$/.test(tree.text.slice(0, last.start).slice(-1))) return null
      const [behind] = wordsIn({ from: tokenAt(tree, last.end), to: piece.to }, tree)
      return behind !== undefined && /^\p{Lu}/u.test(tree.tokens[behind]?.text ?? '') ? { from: piece.from, to: tokenAt(tree, last.end) } : null
    }
  },
  {
    name: 'noun-behind-quotation',
    example: '[cue said] [content [kept “Rents will rise,”] Jane Doe, the mayor of Westbrook].',
    of(piece, _, tree) {
      const [open, close, ...more] = marksIn(piece, tree)
      if (!open || !close || more.length || open.start !== stretchOf(tree, piece).start || !/[,!?]/.test(tree.text.slice(0, close.start).slice(-1))) return null
      const to = tokenAt(tree, close.end)
      const rest = wordsIn({ from: to, to: piece.to }, tree)
      return rest.length && tree.tokens[rest[0] ?? -1]?.tag !== 'CC' && !rest.some((index) => /^(VB[DZP]|MD)$/.test(tree.tokens[index]?.tag ?? '')) ? { from: piece.from, to } : null
    }
  },
  {
    name: 'quotation-behind',
    example: 'Jane Doe [cue told] [content the Herald in a statement, [kept “Rents will rise.”]]',
    of(piece, draft, tree) {
      const marks = marksIn(piece, tree)
      const [open, last] = [marks[0], marks.at(-1)]
      const listens = draft.cue.some((cue) => /^(answer|reply|respond)$/.test(tree.tokens[rootOf(tree, cue)]?.lemma ?? '') || listening.test(tree.tokens[rootOf(tree, cue)]?.lemma ?? ''))
      if (!listens || !open || !last || marks.length % 2 || !/,\s*$/.test(tree.text.slice(stretchOf(tree, piece).start, open.start)) || !/^\p{Lu}/u.test(tree.text.slice(open.end, open.end + 2))) return null
      const from = tokenAt(tree, open.start)
      const verbal = wordsIn({ from: piece.from, to: from }, tree).some((index) => /^(VB|MD)/.test(tree.tokens[index]?.tag ?? ''))
      return verbal || wordsIn({ from: tokenAt(tree, last.end), to: piece.to }, tree).length ? null : { from, to: piece.to }
    }
  },
  {
    name: 'sentence-ahead',
    example: '[content The mayor was late again. [kept Rents will rise]], [cue according to] Jane Doe.',
    of(piece, { cue: [cue] }, tree) {
      const own = cue && tree.sentences[tree.sentenceOf[cue.from] ?? -1]
      if (!own || !isWord(tree, cue.from) || cue.from < piece.to || own.from <= piece.from || piece.to <= own.from || /["“”‘«»]|''|``/.test(tree.text.slice(stretchOf(tree, piece).start, stretchOf(tree, piece).end))) return null
      return /^\p{Ll}{3,}$/u.test(tree.tokens[own.from - 2]?.text ?? '') ? { from: own.from, to: piece.to } : null
    }
  },
  {
    name: 'signature',
    example: 'The police [cue said] [content [kept that nobody was hurt.] --Jane Doe]',
    of(piece, _, tree) {
      const { start, end } = stretchOf(tree, piece)
      const own = tree.text.slice(start, end)
      const signed = /\s*(?:--|[—―])\s*\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.’'-]*){1,2}$/u.exec(own)
      const ends = tree.paragraphs[tree.paragraphOf[piece.from] ?? -1]?.to ?? 0
      return signed && !wordsIn({ from: piece.to, to: ends }, tree).length ? before(tokenAt(tree, start + signed.index), piece, tree) : null
    }
  },
  {
    name: 'signed-inside',
    example: '[content [kept “Rents will rise.]\nMayor Jane Doe.”]',
    of(piece, { cue }, tree) {
      const { start, end } = stretchOf(tree, piece)
      const line = /[.!?…](\s*\n\s*)(?=[^\n]{3,60}$)/u.exec(tree.text.slice(start, end))
      const from = tokenAt(tree, start + (line ? line.index + line[0].length : 0))
      const named = tree.tokens.slice(from, piece.to).some(({ name }) => name.endsWith('Person')) && !tree.tokens.slice(from, piece.to).some(({ tag }) => /^(VB|MD)/.test(tag))
      return line && named && !cue.length ? { from: piece.from, to: from } : null
    }
  },
  {
    name: 'as-the-writer',
    example: 'Jane Doe [cue wondered] [content as I do, [kept why the harbour was sold]].',
    of(piece, _, tree) {
      const { start, end } = stretchOf(tree, piece)
      const aside = /^as (?:I|we) [^,"“”.]{2,40}, /i.exec(tree.text.slice(start, end))
      return aside ? { from: tokenAt(tree, start + aside[0].length), to: piece.to } : null
    }
  },
  {
    name: 'open-bracket',
    example: 'Jane Doe [cue named] [content [kept the price] (it was twice as high] as ever).',
    of(piece, _, tree) {
      const open = indexesOf(piece).findLast((index) => /^[([]$/.test(tree.tokens[index]?.text ?? ''))
      if (open === undefined || indexesOf({ from: open, to: piece.to + 1 }).some((index) => /[)\]]/.test(tree.tokens[index]?.text ?? ''))) return null
      return before(open, piece, tree)
    }
  },
  {
    name: 'rebuttal',
    example: 'Jane Doe [cue said] [content [kept rents would rise] – except that they fell].',
    of(piece, _, tree) {
      const dash = indexesOf(piece).findLast((index) => isDash(index, tree) && !isQuoted(index, piece, tree))
      return dash !== undefined && /^(except|which|although|though|despite|whereas)$/i.test(tree.tokens[dash + 1]?.text ?? '') ? before(dash, piece, tree) : null
    }
  }
]

/** With blanks around it, or a long one: the dash of "well-known" is none. */
const isDash = (index: number, { text, tokens }: Tree): boolean => /^(-|–|—|―|--)$/.test(tokens[index]?.text ?? '') && (/[—―]|--/.test(tokens[index]?.text ?? '') || /\s/.test(text[(tokens[index]?.start ?? 0) - 1] ?? ' '))
