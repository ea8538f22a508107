/** Word pieces as BERT cuts them (uncased): Devlin et al. 2019, "BERT: Pre-training of Deep Bidirectional Transformers". */
export interface Pieces {
  /** Ids of one word's pieces, at least one and at most `MOST`. */
  of(word: string): readonly number[]
}

export const BEGIN = 101
export const BREAK = 102
const UNKNOWN = 100
const LONGEST_WORD = 100
/** A word is read at its first piece; a URL of fifty pieces would only push its neighbours out of the window. */
const MOST = 12
const KEPT = 50_000

const PUNCTUATION = /([\p{P}\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\u4e00-\u9fff])/u
// Control and format characters mean nothing to the vocabulary; a lone half of a surrogate pair is none of its characters.
const IGNORED = /[\p{Mn}\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufffd]/gu

export function piecesFrom(vocabulary: readonly string[]): Pieces {
  const ids = new Map(vocabulary.map((piece, id) => [piece, id]))
  const kept = new Map<string, readonly number[]>()
  return {
    of(word) {
      const known = kept.get(word)
      if (known) return known
      if (kept.size >= KEPT) kept.clear()
      const pieces = cut(word, ids)
      kept.set(word, pieces)
      return pieces
    }
  }
}

function cut(word: string, ids: ReadonlyMap<string, number>): readonly number[] {
  if (word.length > 2 * LONGEST_WORD) return [UNKNOWN]
  const plain = word.toLowerCase().normalize('NFD').replace(IGNORED, '')
  const pieces = plain.split(PUNCTUATION).flatMap((part) => part.trim().split(/\s+/)).filter(Boolean).flatMap((part) => cutPart(part, ids))
  return pieces.length ? pieces.slice(0, MOST) : [UNKNOWN]
}

/** Greedily, the longest piece first; a part with no cut is unknown as a whole. */
function cutPart(part: string, ids: ReadonlyMap<string, number>): number[] {
  const letters = [...part]
  if (letters.length > LONGEST_WORD) return [UNKNOWN]
  const pieces: number[] = []
  for (let start = 0; start < letters.length; ) {
    let end = letters.length
    let id: number | undefined
    for (; start < end; end--) {
      id = ids.get((start ? '##' : '') + letters.slice(start, end).join(''))
      if (id !== undefined) break
    }
    if (id === undefined) return [UNKNOWN]
    pieces.push(id)
    start = end
  }
  return pieces
}
