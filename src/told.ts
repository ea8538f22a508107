import type { Attribution } from './model.js'

/** The least probability, that a strict reader accepts an attribution, with which it is told without being asked for. */
export const TOLD = 0.65

/** Why an attribution stays in its layer until somebody asks for it: it is no report of anybody's word or mind, or it is doubtful. */
export type Untold = 'other' | 'doubtful'

type Weighed = Pick<Attribution, 'kind' | 'confidence'>

/** What commands and the page count and list by themselves: that somebody said or thought something, and not too doubtful. */
export const isTold = (attribution: Weighed): boolean => untoldAs(attribution) === null

/** null: it is told. */
export const untoldAs = ({ kind, confidence }: Weighed): Untold | null => (kind === 'other' ? 'other' : confidence < TOLD ? 'doubtful' : null)
