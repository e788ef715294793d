#!/usr/bin/env node
import * as z from 'zod'
import { leaveWhenUnread } from './output.js'
import { runProgram } from './run-program.js'

// Compiling a schema takes longer than the one reading that most are made for.
z.config({ jitless: true })
leaveWhenUnread()
await runProgram(process.argv.slice(2))
