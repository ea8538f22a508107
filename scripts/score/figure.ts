/** One measured figure and what to hold it against. */
export interface Figure {
  readonly measure: string
  /** The annotated file that it was measured on. */
  readonly file: string
  /** Percent. */
  readonly value: number
  /** Figures of others, published or measured, and the bar that we set ourselves. */
  readonly beside: string
}
