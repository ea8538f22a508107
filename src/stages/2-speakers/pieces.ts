import type { Range, Tree } from '../../tree.js'

/** A run of words with one role, as the reader labelled them. */
export interface Piece extends Range {
  readonly role: 'source' | 'cue' | 'content'
  /** Mean probability of its labels. */
  readonly sure: number
}

/** The reader's labels as pieces in text order. A piece ends with its paragraph. */
export function piecesOf({ tokens, paragraphOf }: Pick<Tree, 'tokens' | 'paragraphOf'>): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0; from < tokens.length; ) {
    const role = roleOf(tokens[from]?.role)
    let to = from + 1
    while (role && to < tokens.length && tokens[to]?.role === `I-${role}` && paragraphOf[to] === paragraphOf[from]) to++
    if (role) {
      const words = tokens.slice(from, to)
      // Only a cue may be a mere colon or dash, or "’s". "There" is nobody.
      const nobody = words.length === 1 && /^there$/i.test(words[0]?.text ?? '')
      if (role === 'cue' || (!(role === 'source' && nobody) && words.some(({ text }) => /^[\p{L}\p{N}]/u.test(text)))) pieces.push({ role, from, to, sure: words.reduce((sum, word) => sum + word.sure.role, 0) / words.length })
    }
    from = to
  }
  return pieces
}

function roleOf(label = 'O'): Piece['role'] | null {
  const role = label.slice(2)
  return role === 'source' || role === 'cue' || role === 'content' ? role : null
}
