import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type LaunchOptions } from 'playwright-core'

/** Not the arguments that the npm package proposes: with them pages of one site may read another's. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

/** A real Chromium, from where there is one: named in HEARSAY_CHROMIUM, the system's, that of an npm package (Linux on x64 only). */
async function found(): Promise<LaunchOptions | null> {
  const named = process.env['HEARSAY_CHROMIUM']
  if (named) return { executablePath: named, args: ARGUMENTS }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
  if (system) return { executablePath: system, args: ARGUMENTS }
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  return { executablePath: await chromium.executablePath(), args: ARGUMENTS }
}

/** Null where there is no browser on this machine, or none that starts; `why` says it in words. */
export async function openBrowser(): Promise<{ readonly browser: Browser; readonly why: null } | { readonly browser: null; readonly why: string }> {
  const options = await found().catch(() => null)
  if (!options) return { browser: null, why: 'no Chromium on this machine: install one, or name it in HEARSAY_CHROMIUM' }
  try {
    return { browser: await playwright.launch({ ...options, headless: true, timeout: 60_000 }), why: null }
  } catch (error) {
    return { browser: null, why: `${options.executablePath} does not start: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}` }
  }
}
