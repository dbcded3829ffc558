import { readCitations } from '#shared/citations/read.ts'
import type { Language } from '#shared/model/language.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { print, printJson } from './output.ts'
import { readText } from './text-source.ts'

/** Prints the citations of a text. Always 0: a text without any is a fair answer. */
export async function cite(source: string, { lang, json }: { lang: Language; json?: true }): Promise<number> {
  const text = await readText(source)
  const found = readCitations(text, { language: lang, names: shippedRegister().names })
  if (json === true) {
    printJson(
      found.map(({ start, end, text: words, canonical, kind, provisions, repairs }) => ({
        start,
        end,
        text: words,
        canonical,
        kind,
        provisions,
        repaired: repairs.length > 0,
      })),
    )
    return 0
  }
  for (const { start, canonical, provisions, text: words, repairs } of found)
    print(
      [
        `${start}`.padStart(8),
        [canonical, ...provisions.map((label) => `¶${label}`)].join(' '),
        ...(repairs.length > 0 ? [`(written ${words})`] : []),
      ].join('  '),
    )
  print(found.length === 1 ? '1 citation' : `${found.length} citations`)
  return 0
}
