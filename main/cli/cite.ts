import { readCitations } from '#shared/citations/read.ts'
import type { Language } from '#shared/model/language.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { print, printJson } from './output.ts'
import { readText } from './text-source.ts'
import { words } from './words.ts'

/** Prints the citations of a text. Always 0: a text without any is a fair answer. */
export async function cite(source: string, { lang, json }: { lang: Language; json?: true }): Promise<number> {
  const text = await readText(source)
  const found = readCitations(text, { language: lang, names: shippedRegister().names })
  if (json === true) {
    printJson(
      found.map(({ start, end, text: written, canonical, kind, provisions, repairs }) => ({
        start,
        end,
        text: written,
        canonical,
        kind,
        provisions,
        repaired: repairs.length > 0,
      })),
    )
    return 0
  }
  for (const { start, canonical, provisions, text: written, repairs } of found)
    print(
      [
        `${start}`.padStart(8),
        [canonical, ...provisions.map((label) => `¶${label}`)].join(' '),
        ...(repairs.length > 0 ? [words('cite.written', { written })] : []),
      ].join('  '),
    )
  print(words('cite.count', { count: found.length }))
  return 0
}
