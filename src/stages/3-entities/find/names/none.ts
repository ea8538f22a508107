import type { Name } from '../../names.js'
import { wordAt, type Sheet } from './words.js'

/** What the reader takes for a name of somebody or something and is none: addresses, files, sums. */
export interface NoneRule {
  readonly name: string
  readonly example: string
  isNone(name: Name, sheet: Sheet): boolean
}

const address: NoneRule = {
  name: 'address',
  example: 'Write to [Person ola.berg@gont.example] today.',
  isNone: (name, { tokens }) => tokens.slice(name.from, name.to).some(({ text }) => /.@.|:\/\/|^www\./.test(text))
}

const file: NoneRule = {
  name: 'file',
  example: 'See [Organization Gont_draft.pdf] for it.',
  isNone: (name, { tokens }) => /\.(?:pdf|docx?|xlsx?|pptx?|txt|html?|jpe?g|png|zip)$/i.test(tokens[name.to - 1]?.text ?? '')
}

const domain: NoneRule = {
  name: 'domain',
  example: 'It stands on [Organization gont.example.com] now.',
  isNone: (name, { tokens }) => name.to - name.from === 1 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|info|co|uk|de|ru)$/.test(tokens[name.from]?.text ?? '')
}

const money: NoneRule = {
  name: 'currency',
  example: 'It cost [Organization QR] 300 in all.',
  isNone: (name, sheet) => name.to - name.from === 1 && /^(?:QR|QAR|Rs|RM|AED|SAR|SR|KD|BD|OMR|EGP|LE|KSh|Ksh|Sh|UGX|TZS|NGN|GHS|GHC|ZAR|USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|PKR|BDT|Tk|LKR|MYR|SGD|HKD|NTD|AUD|CAD|NZD|COP|MXN|ARS|BRL|CLP|CUP|PEN|NOK|SEK|DKK|PLN|CZK|HUF|RUB|UAH|TRY|ILS|NIS)$/.test(wordAt(sheet, name.from)) && /^[\d.]/.test(wordAt(sheet, name.to))
}

/** "Lind v. Roke Bank" is a case before a court. */
const lawsuit: NoneRule = {
  name: 'case-of-a-court',
  example: 'In [Organization Lind v Roke Bank] it lost.',
  isNone: (name, { tokens }) => tokens.slice(name.from + 1, name.to - 1).some(({ text }) => /^vs?\.?$/.test(text))
}

/** "Singapore dollar" is money. */
const coin: NoneRule = {
  name: 'name-of-a-currency',
  example: 'The [Location Gont] dollar fell.',
  isNone: (name, sheet) => name.label === 'Location' && /^(?:dollars?|rupees?|pesos?|baht|ringgit|rupiahs?|yen|yuan|won|roubles?|rubles?|liras?|dirhams?|dinars?|rand|naira|shillings?)$/.test(wordAt(sheet, name.to))
}

const addressed: NoneRule = {
  name: 'addressed-by-office',
  example: 'Mr [Person Speaker] , the vote is lost.',
  isNone: (name, sheet) => name.to - name.from === 1 && /^(?:Speaker|President|Chairman|Chairwoman|Chair|Minister|Secretary|Ambassador|Mayor|Justice|Deputy)$/.test(wordAt(sheet, name.from)) && /^(?:Mr|Mrs|Ms|Madam|Madame)\.?$/.test(wordAt(sheet, name.from - 1))
}

/** "A Shared Sea" alone between marks is the title of something. */
const title: NoneRule = {
  name: 'title-in-marks',
  example: 'The talks on “ A [Location Shared Sea] ” went on.',
  isNone(name, sheet) {
    const from = /^(?:A|An|The|Our)$/.test(wordAt(sheet, name.from)) ? name.from : name.from - 1
    return /^(?:A|An|The|Our)$/.test(wordAt(sheet, from)) && /^["“‘'«]$/.test(wordAt(sheet, from - 1)) && /^["”’'»]$/.test(wordAt(sheet, name.to)) && name.label !== 'Organization'
  }
}

/** "the State", "our Government" are nouns with a capital; a state or government has a name. */
const bareNoun: NoneRule = {
  name: 'noun-with-a-capital',
  example: 'The [Organization Government] fell.',
  isNone: (name, sheet) => name.to - name.from === 1 && /^(?:Government|State|States|Kingdom|Republic|Province|District|City|County|Country|Nation)$/.test(wordAt(sheet, name.from))
}

/** Several of a sort: "SMEs", "NGOs". */
const plural: NoneRule = {
  name: 'letters-of-several',
  example: 'Two [Organization NGOs] wrote.',
  isNone: (name, sheet) => name.to - name.from === 1 && /^\p{Lu}{2,}s$/u.test(wordAt(sheet, name.from))
}

const letters: NoneRule = {
  name: 'letters-of-a-noun',
  example: 'The bank sells liquid natural gas ( [Organization LNG] ) to Gont .',
  isNone: (name, sheet) => name.to - name.from === 1 && commonLetters(sheet).has(wordAt(sheet, name.from))
}

const knownLetters = new WeakMap<Sheet['tokens'], ReadonlySet<string>>()

/** Letters in brackets that stand for common nouns: "science, technology, and innovation (STI)"; of "the special investigation team (SIT)" they are a body's name. */
function commonLetters(sheet: Sheet): ReadonlySet<string> {
  const known = knownLetters.get(sheet.tokens)
  if (known) return known
  const found = new Set<string>()
  sheet.tokens.forEach(({ text }, index) => {
    if (text === '(' && wordAt(sheet, index + 2) === ')' && /^\p{Lu}{2,7}s?$/u.test(wordAt(sheet, index + 1)) && spellsNouns(sheet, index, wordAt(sheet, index + 1).replace(/s$/, '').toLowerCase())) found.add(wordAt(sheet, index + 1))
  })
  knownLetters.set(sheet.tokens, found)
  return found
}

const ofBodies = /^(?:team|guard|committee|council|force|forces|forum|group|agency|unit|commission|court|bureau|board|ministry|party|union|federation|association|alliance|army|front|movement|department|office|authority|corporation|company|bank|institute|centre|center|organi[sz]ation|network)$/

function spellsNouns(sheet: Sheet, end: number, short: string): boolean {
  if (ofBodies.test(wordAt(sheet, end - 1))) return false
  const initials: string[] = []
  for (let index = end - 1; index >= 0 && end - index < 4 * short.length && initials.length < short.length; index--) {
    const word = wordAt(sheet, index)
    if (/^(?:and|or|of|for|the|in|on|to|by|,|-)$/.test(word)) continue
    if (!/^\p{Ll}/u.test(word)) return false
    initials.unshift(...word.split('-').map((part) => part[0] ?? ''))
  }
  return initials.slice(-short.length).join('') === short
}

export const noneRules: readonly NoneRule[] = [bareNoun, plural, letters, title, address, file, domain, money, coin, lawsuit, addressed]

export const withoutNone = (sheet: Sheet, names: readonly Name[]): Name[] => names.filter((name) => !noneRules.some((rule) => rule.isNone(name, sheet)))
