import { join } from 'node:path'
import { pretty } from '../format.js'
import { filesIn, type FileReport, type Report } from '../report.js'
import { bytesOf } from './layers.js'
import type { Places } from './places.js'
import { writeWhole } from './write.js'

/** A shard has a report of its own: "report-1-of-4.json". */
export const reportFile = ({ output }: Places, shard: string | null): string => join(output, shard === null ? 'report.json' : `report-${shard.replace('/', '-of-')}.json`)

export function writeReport(places: Places, report: Report): void {
  writeWhole(reportFile(places, report.settings.shard), [`${pretty(report)}\n`])
}

/** What the last run said of every file; nothing where there is no report or none that can be understood. */
export function readReport(places: Places, shard: string | null): ReadonlyMap<string, FileReport> {
  const text = bytesOf(reportFile(places, shard))?.toString('utf8') ?? ''
  try {
    return filesIn(JSON.parse(text)) ?? new Map()
  } catch {
    return new Map()
  }
}
