// Draws the program's and the plan file's icons in every size and form that installers want: `node tools/icons.mjs [CHROMIUM]`. Its results
// are kept in tools/icons, so that packaging needs no browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './setup.mjs'

const folder = join(root, 'tools', 'icons')

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** A drawing as PNG pictures, one for each size. `margin` is a share of the side: macOS sets its icons in. */
async function pictures(page, svg, margin) {
  const drawn = new Map()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    const side = 32 * (1 + 2 * margin)
    const box = `viewBox="${-32 * margin} ${-32 * margin} ${side} ${side}" width="${size}" height="${size}" style="display:block"`
    await page.setContent(`<body style="margin:0;background:transparent">${svg.replace('viewBox="0 0 32 32"', box)}</body>`)
    drawn.set(size, await page.screenshot({ omitBackground: true }))
  }
  return drawn
}

/** A Windows icon: a directory of PNG pictures. */
function ico(drawn) {
  const held = [16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, picture: drawn.get(size) }))
  const head = Buffer.alloc(6 + 16 * held.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(held.length, 4)
  let offset = head.length
  for (const [index, { size, picture }] of held.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(picture.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += picture.length
  }
  return Buffer.concat([head, ...held.map(({ picture }) => picture)])
}

/** The names under which a macOS icon holds PNG pictures, with their sides in pixels. */
const kinds = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]

function icns(drawn) {
  const parts = kinds.map(([kind, size]) => {
    const picture = drawn.get(size)
    const head = Buffer.alloc(8)
    head.write(kind, 'latin1')
    head.writeUInt32BE(picture.length + 8, 4)
    return Buffer.concat([head, picture])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  for (const [name, source] of [
    ['icon', join(root, 'renderer', 'icon.svg')],
    ['plan', join(folder, 'plan.svg')],
  ]) {
    const svg = readFileSync(source, 'utf8').trim()
    const plain = await pictures(page, svg, 0)
    writeFileSync(join(folder, `${name}.ico`), ico(plain))
    writeFileSync(join(folder, `${name}.icns`), icns(await pictures(page, svg, 0.11)))
    if (name !== 'icon') continue
    mkdirSync(join(folder, 'linux'), { recursive: true })
    for (const [size, picture] of plain) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), picture)
    writeFileSync(join(root, 'main', 'assets', 'icon.png'), plain.get(1024))
  }
} finally {
  await browser.close()
}
