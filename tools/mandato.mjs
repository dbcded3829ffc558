#!/usr/bin/env node
// The command line: `npm run -s mandato -- check PLAN`. Builds itself when its sources are newer, then runs in this very process.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, root, run, runUntilClosed } from './setup.mjs'

const bundle = join(root, 'out', 'main', 'cli.mjs')
const args = process.argv.slice(2)

install()
const { isStale } = await import('./build.mjs')
if (!existsSync(bundle) || isStale('main')) run(join(root, 'tools', 'build.mjs'), ['main', '--stale'])
if (Number(process.versions.node.split('.')[0]) < 24) process.exit(await runUntilClosed(bundle, args))
module.enableCompileCache(join(root, 'node_modules', '.cache', 'v8'))
process.argv = [process.execPath, bundle, ...args]
await import(pathToFileURL(bundle).href)
