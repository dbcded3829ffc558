import { shippedLicences } from '../licences.ts'
import { print, printJson } from './output.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

/** Prints what ships with the program and under which licence, with the licences' words where they are asked for. */
export function licences({ texts, json }: { texts?: true; json?: true }): number {
  const all = shippedLicences()
  if (all.length === 0) throw new Unusable(words('licences.not-built'))
  if (json === true) printJson(all)
  else
    for (const { name, version, kind, address, text } of all)
      print(texts === true ? `${name} ${version}, ${kind}\n${address}\n\n${text}\n\n` : `${name} ${version}, ${kind}`)
  return 0
}
