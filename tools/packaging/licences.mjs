// Collects the licences of everything that ships: the packages whose code or fonts went into the bundles, as the bundlers report them, and
// the two that ship as they are.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup.mjs'
import { licenceTexts } from './licence-texts.mjs'

const parts = ['main', 'renderer']

const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

const listOf = (part) => join(root, 'out', `.${part}-packages.json`)

/** `node_modules/@scope/name` of a module's id; null for our own sources and for what a bundler makes up. */
export function packageOf(module) {
  const path = module.replaceAll('\\', '/').replace(/^\0/, '')
  const at = path.lastIndexOf('node_modules/')
  if (at < 0) return null
  const [first = '', second = ''] = path.slice(at + 'node_modules/'.length).split('/')
  const name = first.startsWith('@') ? `${first}/${second}` : first
  // vite keeps what it makes beside the packages
  return name.startsWith('.') ? null : `${path.slice(0, at)}node_modules/${name}`
}

/** Remembers of which packages a part was built: `modules` are paths of code, style sheets and fonts. */
export function notePackages(part, modules) {
  const packages = modules.flatMap((module) => packageOf(module) ?? []).map((path) => path.slice(path.indexOf('node_modules/')))
  writeFileSync(listOf(part), JSON.stringify([...new Set(packages)].sort(byCode)))
}

/** Ships beside the bundles as it is, or is the shell around them; nanoid's code stands inside docx's. */
const whole = ['node_modules/better-sqlite3', 'node_modules/electron', 'node_modules/nanoid']

const isText = (name) => /^(?:licen[cs]e|copying|ofl)(?:[-.].*)?$/i.test(name) && !/\.(?:js|ts|json)$/i.test(name)

/** What a package says of itself, put right where its own text says otherwise. */
function kindOf(named, text) {
  if (text.includes('Bitstream Vera Fonts Copyright')) return 'Bitstream-Vera'
  return named === '' && text.includes('Permission is hereby granted, free of charge') ? 'MIT' : named
}

function licenceOf(path) {
  const folder = join(root, path)
  const { name, version, license, homepage, repository, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter(isText).sort(byCode)
  const address = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? ''
  const brought = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  const named = typeof license === 'string' ? license : (license?.type ?? '')
  const kind = kindOf(named, brought)
  const owner = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  const standard = licenceTexts[kind] === undefined ? '' : `Copyright (c) ${owner.replace(/\s*<.*>/, '')}\n\n${licenceTexts[kind]}`
  return {
    name,
    version,
    kind,
    address: address.replace(/^git\+/, '').replace(/\.git$/, ''),
    text: brought === '' ? standard : brought,
  }
}

/** Writes out/main/licences.json, once every part has been built. */
export function writeLicences() {
  if (!parts.every((part) => existsSync(listOf(part)))) return
  const packages = new Set([...whole, ...parts.flatMap((part) => JSON.parse(readFileSync(listOf(part), 'utf8')))])
  const licences = [...packages].map(licenceOf).sort((a, b) => byCode(a.name, b.name))
  writeFileSync(join(root, 'out', 'main', 'licences.json'), `${JSON.stringify(licences, null, 1)}\n`)
}
