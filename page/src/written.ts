import type { Written } from '../../src/inspect/model.js'

/** The answer to what was to be written; a server that is gone is one, too. */
export const written = (asked: Promise<Written>): Promise<Written> => asked.catch((error: unknown) => ({ ok: false, error: error instanceof Error ? error.message : String(error) }))
