import { defineConfig } from 'vitest/config'

/** Tests that put a broken library in the place of a real one, and so need modules of their own. */
const MOCKING = ['test/cli/without-model.test.ts', 'test/index/without-hnswlib.test.ts']

export default defineConfig({
  test: {
    // Tests that start the program as a process wait for a second Node on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default one core is left free, which on two cores is half of them.
    maxWorkers: 2,
    setupFiles: ['test/setup/watch-output.ts'],
    projects: [
      // Loading the lexicons and libraries anew for each file takes far longer than the tests do.
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: MOCKING,
          isolate: false,
          globalSetup: ['test/setup/build-program.ts'],
        },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
})
