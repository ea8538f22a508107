/** "The Fall of Taxes": every word but the small ones has a capital, and no sentence ends. */
export function isTitle(quoted: string): boolean {
  const words = quoted.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  const main = words.filter((word, index) => index === 0 || !/^(a|an|and|as|at|but|by|for|from|in|into|is|it|nor|of|on|or|per|the|to|up|via|vs|with)$/.test(word))
  return 2 <= words.length && words.length <= 12 && main.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) && !/[.!?…;]["”’»']*$/.test(quoted)
}
