import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Tests that run whole commands, as they are shipped: compiled. */
const COMMANDS = /run|rerun|faults|commands|corpus|golden|spine|bad-input|inspect|browser/

/** Compiles, unless only tests were asked for that need no command. Incremental: a second when nothing has changed.
 *  What does not compile is the type check's to tell; here it is enough that there is something to run. */
export default function setup(): void {
  const asked = process.argv.filter((argument) => argument.includes('tests/') || argument.endsWith('.ts'))
  if (asked.length > 0 && !asked.some((argument) => COMMANDS.test(argument))) return
  for (const command of [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], ['scripts/build-page.mjs']])
    spawnSync(process.execPath, command, { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'inherit' })
}
