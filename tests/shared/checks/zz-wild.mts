import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { importText } from '#shared/importing/import-text.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { runChecks, findingToJson, formatFix } from '#shared/checks/index.ts'
const reg = shippedRegister()
for (const file of process.argv.slice(2)) {
  const out = importText(readFileSync(file, 'utf8'), { makeId: v7, register: reg, fileName: file })
  console.log('=====', file)
  if (!out.ok) {
    console.log(out.error.sentence)
    continue
  }
  const full = reg.withInstruments(out.value.instruments)
  for (const f of runChecks(out.value.plan, full))
    console.log(f.row, f.severity, f.rule, '|', findingToJson(f).message, '|', f.written, '|', f.fixes.map((x) => formatFix(x)).join('; '))
}
