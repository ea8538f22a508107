/** The same text, unit by unit, without accents and with plain apostrophes, dashes and blanks. Offsets stay as they are. */
export function fold(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.replace(/[^\x20-\x7e]/g, plain) : text
}

const special: Readonly<Record<string, string>> = {
  '’': "'", '‘': "'", 'ʻ': "'", 'ʼ': "'", '`': "'", '–': '-', '—': '-', '‑': '-', '‐': '-', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ß: 's', æ: 'a', Æ: 'A'
}

function plain(unit: string): string {
  const known = special[unit]
  if (known !== undefined) return known
  if (/\s/.test(unit)) return ' '
  const base = unit.normalize('NFD')[0]
  return base?.length === 1 ? base : unit
}

/** "Shinzo Abe" as "shinzo-abe"; letters beyond Latin stay. Never empty. */
export function slugOf(name: string): string {
  const slug = fold(name).toLowerCase().replace(/'/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return slug || 'unnamed'
}
