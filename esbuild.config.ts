import { readFileSync, rmSync } from 'node:fs'
import { build, type Plugin } from 'esbuild'

/*
 * `npm run build`: src/ → dist/. A question at a prompt waits for every file that Node has to find and load, so the
 * program and those libraries that it needs for every question go into a few files; a part that is imported when it is
 * put to use stays a file of its own. All other libraries, those with native code among them, stay where npm put them.
 *
 * Entries and chunks lie as deep below the package's root as their sources: what finds its files by `import.meta.url`
 * finds them from src/ and from dist/.
 */

const BUNDLED = ['@xenova/transformers', 'commander', 'yaml', 'zod']

/** Transformers.js loads a runtime for browsers and a library for images, too: half of its loading time, for texts in Node. */
const UNUSED = /^(?:onnxruntime-web|sharp)$/

const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }))
    onLoad({ filter: UNUSED, namespace: 'unused' }, ({ path }) => ({
      contents: `export default function unused() { throw new Error('${path} is left out of the program') }`,
    }))
  },
}

const manifest: { dependencies: object; optionalDependencies: object } = JSON.parse(
  readFileSync('package.json', 'utf8'),
)
const libraries = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: {
    'cli/main': 'src/cli/main.ts',
    'lexicon/compile-lexicons': 'src/lexicon/compile-lexicons.ts',
    // A file of its own under this name, so that `npm run bench` can measure what is built.
    'cli/compose': 'src/compose.ts',
  },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  sourcemap: true,
  plugins: [leaveOutUnused],
  external: libraries.filter((name) => !BUNDLED.includes(name)).flatMap((name) => [name, `${name}/*`]),
  // CommonJS libraries in an ES module ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'\nconst require = requireFor(import.meta.url)",
  },
})
