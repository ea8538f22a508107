import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/** `dist/` also holds the compiled program, where "index.html" would say nothing. */
const calledPage: Plugin = {
  name: 'called-page',
  enforce: 'post',
  generateBundle(_, bundle) {
    const index = bundle['index.html']
    if (index) index.fileName = 'page.html'
  }
}

// Tests build the page too, in a process that says "test", and must get the very same file; then the process has its own word back.
const before = process.env['NODE_ENV']
process.env['NODE_ENV'] = 'production'
const asBefore: Plugin = {
  name: 'as-before',
  closeBundle() {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false, reactAliasesEnabled: false }), viteSingleFile(), calledPage, asBefore],
  json: { stringify: true },
  build: { outDir: '../dist', emptyOutDir: false, target: 'es2022', modulePreload: false, reportCompressedSize: false }
})
