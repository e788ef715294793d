import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What the compiler says of these files on a machine where a package was not installed. */
function compileWithout(packageName: string, files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  host.resolveModuleNameLiterals = (literals, containingFile, redirected, forOptions) =>
    literals.map(({ text }) =>
      text === packageName
        ? { resolvedModule: undefined }
        : ts.resolveModuleName(text, containingFile, forOptions, host, undefined, redirected, ts.ModuleKind.ESNext),
    )
  const program = ts.createProgram(
    files.map((file) => `${root}${file}`),
    { ...options, noEmit: true, types: ['node'] },
    host,
  )
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

it('the program compiles where hnswlib-node, which needs a compiler, was not installed', () => {
  expect(compileWithout('hnswlib-node', ['src/index/hnsw-index.ts'])[0]).toContain('hnswlib-node')
  expect(compileWithout('hnswlib-node', ['src/index/hnsw-index.ts', 'src/index/hnswlib-node.d.ts'])).toEqual([])
})
