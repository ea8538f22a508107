/** A name as it is compared: without accents, case, dots and doubled blanks. "José  Pérez" and "Jose Perez" are the same. */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Its words, folded: ["vladimir", "putin"]. */
export const nameParts = (name: string): readonly string[] => fold(name).split(' ').filter(Boolean)
