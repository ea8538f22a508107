import type { Span } from '../../../model.js'

/** The span alone, of whatever else it is. */
export const spanOf = ({ start, end, text }: Span): Span => ({ start, end, text })
