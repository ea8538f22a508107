import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { pictureOf } from './magic.js'

export interface Text {
  readonly text: string
  /** "utf-8", "utf-16le", "windows-1252", … */
  readonly encoding: string
  readonly notes: readonly string[]
}

export type Decoded = Text | { readonly reason: string }

/** Bytes as text, with a byte-order mark left where it stands, because offsets count it.
 *  Valid UTF-8 is UTF-8; UTF-16 shows by its mark or by its zeros; any other encoding is one that a page declares,
 *  or is guessed by its letters, and said in a note. */
export function decode({ bytes }: { readonly bytes: Uint8Array }): Decoded {
  const picture = pictureOf(bytes)
  if (picture) return { reason: `not text but ${picture}: save it as .txt, .md or .html` }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const utf16 = utf16Of(bytes)
  if (utf16) return checked({ text: decodeUtf16(buffer, utf16), encoding: utf16, notes: [`encoding ${utf16}`] })
  if (isUtf8(bytes)) return checked({ text: buffer.toString('utf8'), encoding: 'utf-8', notes: [] })
  return checked(damaged(buffer) ?? declared(buffer) ?? guessed(buffer))
}

type Utf16 = 'utf-16le' | 'utf-16be'

/** By its mark; without one by zeros at every other byte, as Latin letters have them. */
function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 8) return null
  let even = 0
  let odd = 0
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2) odd++
    else even++
  })
  const half = sample.length / 2
  if (half * 0.4 < odd && even < half * 0.05) return 'utf-16le'
  if (half * 0.4 < even && odd < half * 0.05) return 'utf-16be'
  return null
}

/** Unit by unit: `TextDecoder` would put U+FFFD for a lone surrogate. An odd byte at the end is no character. */
function decodeUtf16(buffer: Buffer, encoding: Utf16): string {
  const even = Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2)))
  return (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le')
}

/** UTF-8 with a few bytes spoilt, which is what a file cut in two or a lone surrogate gives. In Latin-1 nearly no
 *  letter above U+007F happens to be good UTF-8, so that the good ones outweigh the spoilt ones only in UTF-8. */
function damaged(buffer: Buffer): Text | null {
  const text = buffer.toString('utf8')
  const spoilt = text.match(/\uFFFD+/g)?.length ?? 0
  const good = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0
  if (good <= spoilt * 4) return null
  return { text, encoding: 'utf-8', notes: [`invalid UTF-8 at ${spoilt} ${spoilt === 1 ? 'place' : 'places'}, read as U+FFFD`] }
}

/** The encoding that an HTML page names near its top. */
function declared(buffer: Buffer): Text | null {
  const name = /<meta[^>]{1,200}charset\s{0,9}=\s{0,9}["']?([\w-]{2,30})/i.exec(buffer.subarray(0, 4096).toString('latin1'))?.[1]?.toLowerCase()
  if (!name || name.startsWith('utf') || !iconv.encodingExists(name)) return null
  return { text: iconv.decode(buffer, name, { stripBOM: false }), encoding: name, notes: [`encoding ${name}, as declared`] }
}

/** In English text the letters that tell these apart are too few to tell by; the commonest of them is as good a guess, and
 *  where the bytes of typographic marks stand, it is the only one that reads them. */
const LATIN = /^(?:iso-8859-(?:1|2|9|15)|windows-125[024])$/i

/** The most likely of the single-byte and East Asian encodings that reads these bytes without a hole. */
function guessed(buffer: Buffer): Decoded {
  for (const { name, confidence } of analyse(buffer.subarray(0, 65536))) {
    const encoding = LATIN.test(name) ? 'windows-1252' : name.toLowerCase()
    if (confidence < 10 || encoding.startsWith('utf-') || !iconv.encodingExists(encoding)) continue
    const text = iconv.decode(buffer, encoding, { stripBOM: false })
    if (!text.includes('\uFFFD')) return { text, encoding, notes: [`encoding ${encoding}, guessed`] }
  }
  return { reason: 'not text in any encoding that hearsay knows: save it as UTF-8' }
}

/** Text has hardly any control characters; a program or a picture that passes for an encoding is full of them.
 *  Four are no proof: a short file may hold a stray NUL. */
function checked(decoded: Decoded): Decoded {
  if ('reason' in decoded) return decoded
  const controls = decoded.text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]/g)?.length ?? 0
  return decoded.text.length * 0.05 < controls && 4 < controls
    ? { reason: `not text: ${controls} of its ${decoded.text.length} characters are control characters` }
    : decoded
}
