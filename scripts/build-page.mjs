/** Builds the page of `hearsay inspect` into dist/page.html, one file; does nothing where it is newer than all that it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['page', 'src', 'package-lock.json', 'scripts/build-page.mjs']

const changed = (path) => {
  const stat = statSync(path)
  return stat.isDirectory() ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name)))) : stat.mtimeMs
}
const page = join(home, 'dist/page.html')
const newest = Math.max(...SOURCES.map((name) => changed(join(home, name))))

if (!existsSync(page) || statSync(page).mtimeMs <= newest) {
  const { build } = await import('vite')
  await build({ root: join(home, 'page'), configFile: join(home, 'page/vite.config.ts'), logLevel: 'warn' })
}
