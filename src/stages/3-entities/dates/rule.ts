import type { DateMention } from '../../../model.js'
import type { Day } from './calendar.js'
import type { Hold } from './tense.js'

/** What a rule may ask. */
export interface Context {
  /** The article's own day; null if it has none. Then no relative date can be counted, and none is. */
  readonly published: Day | null
  /** The last date of the sentence before, for "three days later". */
  readonly earlier: Anchor | null
  /** The verb that the words at this place of the sentence hang on. */
  hold(offset: number): Hold
}

/** A date of the text that another one is counted from. */
export interface Anchor {
  readonly value: string
  readonly text: string
}

export interface Value {
  readonly value: string
  readonly kind: DateMention['kind']
  /** It was counted from the article's own day. */
  readonly relative: boolean
}

/** Finds dates in one sentence. The first rule of the list that takes a stretch keeps it. */
export interface DateRule {
  readonly name: string
  /** The found stretch in brackets with its value as label: "It opens [2016-12 next month]." Read in an article of Monday 21 November 2016,
   *  under a verb of the future if the example has "will", "meet" or "leaves". */
  readonly example: string
  /** Global. If it has a group named `date`, that group is the stretch. */
  readonly pattern: RegExp
  value(match: RegExpExecArray, context: Context): Value | null
}

export const absolute = (value: string, kind: DateMention['kind'] = 'date'): Value => ({ value, kind, relative: false })

export const relative = (value: string, kind: DateMention['kind'] = 'date'): Value => ({ value, kind, relative: true })
