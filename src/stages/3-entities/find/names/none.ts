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

export const noneRules: readonly NoneRule[] = [title, address, file, domain, money, coin, lawsuit, addressed]

export const withoutNone = (sheet: Sheet, names: readonly Name[]): Name[] => names.filter((name) => !noneRules.some((rule) => rule.isNone(name, sheet)))
