#!/usr/bin/env node
import { leaveWhenUnread } from './output.js'
import { runProgram } from './run-program.js'
import { tuneEngine } from './tune-engine.js'

tuneEngine()
leaveWhenUnread()
await runProgram(process.argv.slice(2))
