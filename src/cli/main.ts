#!/usr/bin/env node
import { leaveWhenUnread } from './output.js'
import { runProgram } from './run-program.js'

leaveWhenUnread()
await runProgram(process.argv.slice(2))
