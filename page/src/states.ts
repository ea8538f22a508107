import type { IslandRow } from '../../src/inspect/model.js'

/** Every state that has to do with an island: the one that administers it first, then those that claim it, each once. */
export const statesOf = ({ administeredBy, claimedBy }: IslandRow): string[] => [...new Set([...(administeredBy === null ? [] : administeredBy.split(', ')), ...claimedBy])]
