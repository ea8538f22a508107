/** What the first bytes say of a file that only looks like text by its name ("a PNG picture"); null where nothing speaks against text. */
export function pictureOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return magics.find((magic) => head.startsWith(magic.head))?.sort ?? null
}

const magics: readonly { readonly sort: string; readonly head: string }[] = [
  { sort: 'a PNG picture', head: '\x89PNG' },
  { sort: 'a JPEG picture', head: '\xff\xd8\xff' },
  { sort: 'a GIF picture', head: 'GIF87a' },
  { sort: 'a GIF picture', head: 'GIF89a' },
  { sort: 'a WebP picture or a sound', head: 'RIFF' },
  { sort: 'a TIFF picture', head: 'II*\0' },
  { sort: 'a PDF', head: '%PDF-' },
  { sort: 'a ZIP archive or a .docx', head: 'PK\x03\x04' },
  { sort: 'a gzip archive', head: '\x1f\x8b' },
  { sort: 'a 7-Zip archive', head: '7z\xbc\xaf' },
  { sort: 'an old Word file', head: '\xd0\xcf\x11\xe0' },
  { sort: 'an RTF file', head: '{\\rtf' },
  { sort: 'a program', head: '\x7fELF' },
  { sort: 'a database', head: 'SQLite format' },
  { sort: 'a Parquet table', head: 'PAR1' }
]
