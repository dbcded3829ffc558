import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What stands before the fuses in Electron's program file: its mark, the form's version, and their number. */
export const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A program file with the fuses as Electron delivers them, and nothing else. */
const program = Buffer.concat([Buffer.from(`stand-in for Electron\n${fuseMark}`), Buffer.from([1, 8]), Buffer.from('10110000')])

const write = (path, content) => {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
}

function flat(folder, name) {
  write(join(folder, name), program)
  write(join(folder, 'locales', 'en-US.pak'), '')
  write(join(folder, 'LICENSE'), '')
  write(join(folder, 'LICENSES.chromium.html'), '')
  mkdirSync(join(folder, 'resources'), { recursive: true })
}

const description =
  '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string>' +
  '<key>CFBundleIdentifier</key><string>electron</string></dict></plist>'

function bundle(folder) {
  const contents = join(folder, 'Electron.app', 'Contents')
  const framework = join(contents, 'Frameworks', 'Electron Framework.framework')
  write(join(contents, 'Info.plist'), description)
  write(join(contents, 'MacOS', 'Electron'), program)
  write(join(framework, 'Versions', 'A', 'Electron Framework'), program)
  symlinkSync(join('Versions', 'A', 'Electron Framework'), join(framework, 'Electron Framework'))
  for (const suffix of ['', ' (Renderer)', ' (Plugin)', ' (GPU)']) {
    const helper = join(contents, 'Frameworks', `Electron Helper${suffix}.app`, 'Contents')
    write(join(helper, 'Info.plist'), description)
    write(join(helper, 'MacOS', `Electron Helper${suffix}`), '')
  }
}

/** Folders shaped like Electron's for each platform, so that a package can be put together where Electron cannot be had. */
export const standIns = {
  linux: (folder) => flat(folder, 'electron'),
  win32: (folder) => flat(folder, 'electron.exe'),
  darwin: bundle,
}
