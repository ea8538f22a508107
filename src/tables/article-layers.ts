import type { Filed, LayerName } from '../model.js'
import { readLayer, type Places } from '../store/index.js'

type Rest = { readonly [Name in 'speakers' | 'entities' | 'claims']: Filed<Name> }

/** An article's layers, the first of them as `tokensOf` reads it: whole, or without its thousands of tokens. Or which are missing or damaged. */
export function articleLayers<Tokens>(places: Places, path: string, tokensOf: (places: Places, path: string) => Tokens | null): (Rest & { readonly tokens: Tokens }) | { readonly broken: readonly LayerName[] } {
  const tokens = tokensOf(places, path)
  const [speakers, entities, claims] = [readLayer(places, 'speakers', path), readLayer(places, 'entities', path), readLayer(places, 'claims', path)]
  if (tokens && speakers && entities && claims) return { tokens, speakers, entities, claims }
  const all: Readonly<Record<LayerName, unknown>> = { tokens, speakers, entities, claims }
  return { broken: (Object.keys(all) as LayerName[]).filter((name) => !all[name]) }
}
