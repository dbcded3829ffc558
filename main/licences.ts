import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Licence, licence } from '#shared/contract/licences.ts'
import { z } from '#shared/lib/zod.ts'

/** The licences of everything that ships, as the build wrote them beside the program; none where it runs from its sources. */
export function shippedLicences(folder = import.meta.dirname): Licence[] {
  const path = join(folder, 'licences.json')
  return existsSync(path) ? z.array(licence).parse(JSON.parse(readFileSync(path, 'utf8'))) : []
}
