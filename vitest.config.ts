import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests that start the program as a process wait for a second Node on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
