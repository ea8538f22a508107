/** A line of CSV by RFC 4180, without its end. A cell that a spreadsheet would take for a formula gets an apostrophe. */
export const csvLine = (cells: readonly (string | number)[]): string => cells.map(cellOf).join(',')

function cellOf(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
