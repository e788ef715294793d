import { execFileSync } from 'node:child_process'

/** Tests that start the program as a process start what users start, built from the sources as they stand. */
export default function buildProgram(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
