import type { Lexicon } from '../../../data/lexicon.js'

/** ISO 639-1, or "und" where the text is too short to tell.
 *  English shows by its little words, of which news has about 28 in 100 and no other language more than 3. The detector of
 *  all languages, which takes 90 MB and a quarter of a second to load, is asked only where they are missing. */
export async function languageOf(text: string, lexicon: Lexicon): Promise<string> {
  const sample = sampleOf(text)
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const little = lexicon.words('function-words')
  const known = words.filter((word) => little.has(word)).length
  if (8 <= words.length && words.length * 0.1 <= known) return 'en'
  if (lettersOf(sample) < 80) return 'und'
  const { eld } = await import('eld/extrasmall')
  const detected = eld.detect(sample)
  return detected.language && detected.isReliable() ? detected.language : 'und'
}

/** From the beginning, the middle and the end, so that an English headline does not hide a German article. */
function sampleOf(text: string): string {
  const part = 1000
  if (text.length <= 3 * part) return text
  const middle = (text.length - part) >> 1
  return [text.slice(0, part), text.slice(middle, middle + part), text.slice(-part)].join('\n')
}

/** A character of Chinese, Japanese or Korean says as much as four letters. */
function lettersOf(text: string): number {
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0
  return (text.match(/\p{L}/gu)?.length ?? 0) + 3 * wide
}
