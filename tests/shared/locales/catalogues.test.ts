import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { messages } from '#shared/checks/catalogue.ts'
import { en as commandWords } from '#shared/locales/commands/en.ts'
import { es as spanishCommands } from '#shared/locales/commands/es.ts'
import { fr as frenchCommands } from '#shared/locales/commands/fr.ts'
import { pt as portugueseCommands } from '#shared/locales/commands/pt.ts'
import { es as spanishFindings } from '#shared/locales/findings/es.ts'
import { fr as frenchFindings } from '#shared/locales/findings/fr.ts'
import { pt as portugueseFindings } from '#shared/locales/findings/pt.ts'
import { en } from '#shared/locales/window/en.ts'
import { es } from '#shared/locales/window/es.ts'
import { fr } from '#shared/locales/window/fr.ts'
import { pt } from '#shared/locales/window/pt.ts'

const catalogues = [
  ['window', new Map(Object.entries<string>(en)), { es, fr, pt }],
  ['findings', messages, { es: spanishFindings, fr: frenchFindings, pt: portugueseFindings }],
  ['command line', new Map(Object.entries<string>(commandWords)), { es: spanishCommands, fr: frenchCommands, pt: portugueseCommands }],
] as const

/** The values that a sentence takes, with the choices that it makes by name: those of plurals follow the language. */
function placeholders(sentence: string, language: string): string[] {
  const names = new Set<string>()
  JSON.stringify(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).getAst(), (key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && 'value' in value && typeof value.value === 'string') {
      // 0 is plain words; what takes a value comes after it, choices by name as 5
      if (value.type !== 0) names.add(value.value)
      if (value.type === 5 && 'options' in value)
        names.add(
          `${value.value}: ${Object.keys(value.options ?? {})
            .sort()
            .join(' ')}`,
        )
    }
    return key === 'location' ? undefined : value
  })
  return [...names].sort()
}

describe.each(catalogues)('words of the %s', (_, english, translations) => {
  describe.each(Object.entries(translations))('in %s', (language, translation) => {
    const texts = new Map(Object.entries<string>(translation))

    test('are there for every key, and for no other', () => {
      expect([...texts.keys()].sort()).toEqual([...english.keys()].sort())
    })

    test('take the values that the English ones take', () => {
      for (const [key, sentence] of english) {
        expect([key, placeholders(texts.get(key) ?? '', language)]).toEqual([key, placeholders(sentence, 'en')])
      }
    })

    test('hold no apostrophe that would hide a placeholder', () => {
      for (const text of texts.values()) expect(text).not.toContain("'")
    })
  })
})

describe('words of the window', () => {
  /** Every line of the window and the main process, in which a key is written whole or by its beginning: `step.${kind}`. */
  const root = join(import.meta.dirname, '../../..')
  const sources = ['renderer', 'main', 'shared']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.replaceAll('\\', '/').startsWith('locales/'))
        .map((file) => readFileSync(join(root, folder, file), 'utf8')),
    )
    .join('\n')
  const beginnings = [...sources.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].map(([, beginning]) => beginning ?? '')

  test('are all used', () => {
    const unused = Object.keys(en).filter(
      (key) => !sources.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })
})
