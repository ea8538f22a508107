/** Where the layers of an article lie. Every path of an article has one output path, and back: nothing collides, whatever the name.
 *
 *  * Control characters, `%` and what Windows forbids (`" * : < > ? | \`, a dot or blank at the end) become `%` and two hex digits.
 *  * A folder "a.txt.json" becomes "a.txt%2Ejson", or it would stand where the layer of an article "a.txt" has to.
 *  * A name too long once encoded (file systems hold 255 bytes) goes on in a folder: "long…%/rest.txt.json". A folder whose name ends
 *    in a lone `%` can be nothing else, since every other `%` has two digits after it. */

/** Bytes of one name; leaves room for ".json" and for file systems that hold less than 255. */
const LONGEST = 240

/** "2016/putin.txt" → "2016/putin.txt.json" */
export const outputPath = (article: string): string => `${encodePath(article)}.json`

/** The inverse of `outputPath`; null for a path that it never gives. */
export function articlePath(output: string): string | null {
  if (!output.endsWith('.json')) return null
  const article = output
    .slice(0, -'.json'.length)
    .replace(/%\//g, '')
    .replace(/(?:%[0-9A-F]{2})+/g, (encoded) => decodeURIComponent(encoded))
  return outputPath(article) === output ? article : null
}

/** The path without an extension of its own, for files of other formats. */
export function encodePath(path: string): string {
  const names = path.split('/')
  return names.map((name, index) => encodeName(name, index + 1 < names.length)).join('/')
}

function encodeName(name: string, folder: boolean): string {
  const encoded = name.replace(/[\u0000-\u001f\u007f%"*:<>?|\\]|[. ]$/g, escaped)
  return pieces(folder ? encoded.replace(/\.(?=json$)/i, escaped) : encoded).join('%/')
}

const escaped = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** Cuts a name into pieces of at most `LONGEST` bytes, never inside a character or an escape. */
function pieces(name: string): string[] {
  if (Buffer.byteLength(name) <= LONGEST) return [name]
  const found: string[] = []
  let piece = ''
  let size = 0
  for (const [unit] of name.matchAll(/%[0-9A-F]{2}|./gsu)) {
    const bytes = Buffer.byteLength(unit)
    if (size + bytes > LONGEST) {
      found.push(piece)
      piece = ''
      size = 0
    }
    piece += unit
    size += bytes
  }
  return [...found, piece]
}
