import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/seed.ts'],
    // Two cores are common, and the network is loaded once a file: more at once would only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000
  }
})
