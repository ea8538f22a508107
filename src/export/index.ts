import { brat } from './brat.js'
import { conllu } from './conllu.js'
import { csv } from './csv.js'
import { jsonl } from './jsonl.js'
import type { Format } from './model.js'
import { parquet } from './parquet.js'
import { schemaOrg } from './schema-org.js'
import { webAnnotation } from './web-annotation.js'

export { filesIn } from './files.js'
export type { ExportOptions, Format } from './model.js'

/** Every format by the name that `--to` has for it. */
export const formats = { csv, jsonl, parquet, brat, conllu, webannotation: webAnnotation, schemaorg: schemaOrg } as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof formats
