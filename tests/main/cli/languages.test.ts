import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writePlanFile } from '#shared/exchange/plan-file.ts'
import { en } from '#shared/locales/commands/en.ts'
import { es } from '#shared/locales/commands/es.ts'
import { fr } from '#shared/locales/commands/fr.ts'
import { pt } from '#shared/locales/commands/pt.ts'
import type { Plan } from '#shared/model/plan.ts'
import { spokenLanguage } from '../../../main/cli/words.ts'
import { anActivity, aPlan, on } from '../../builders/plan.ts'

const root = resolve(import.meta.dirname, '../../..')
const program = join(process.env['MANDATO_OUT'] ?? join(root, 'out'), 'main/cli.mjs')
const folder = mkdtempSync(join(tmpdir(), 'mandato-languages-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the program at a terminal that is set to a locale. */
async function at(locale: string, ...args: readonly string[]): Promise<{ code: number | null; out: string; error: string }> {
  const ran = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: locale, TZ: 'UTC', MANDATO_HOME: join(folder, 'home') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, error]: [Buffer[], Buffer[]] = [[], []]
  ran.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  ran.stderr.on('data', (chunk: Buffer) => error.push(chunk))
  const code = await new Promise<number | null>((settle) => ran.once('close', settle))
  return { code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() }
}

const locales = { es: 'es_MX.UTF-8', fr: 'fr_CA.UTF-8', pt: 'pt_BR.UTF-8' } as const
const translations = { es, fr, pt } as const
const others = ['es', 'fr', 'pt'] as const

const textOf = (plan: Plan): string =>
  writePlanFile({ plan, instruments: [], generator: 'Mandato 0.1.0', exportedAt: '2026-09-01T10:00:00Z', unknown: {} })

const base = aPlan({ title: 'Plan 2026', activities: [anActivity({ when: on('2026-10-13'), items: ['Opening'] })] })
const [row] = base.activities
if (row === undefined) throw new Error('The plan has a row.')
const reworded = (text: string): Plan => ({ ...base, activities: [{ ...row, items: row.items.map((item) => ({ ...item, text })) }] })
function put(name: string, content: Plan | string | Uint8Array): string {
  writeFileSync(join(folder, name), typeof content === 'string' || content instanceof Uint8Array ? content : textOf(content))
  return name
}
put('base.mandato', base)
put('ours.mandato', reworded('Closing'))
put('theirs.mandato', reworded('Pause'))
put('cut.mandato', textOf(base).slice(0, -20))
put('future.mandato', textOf(base).replace('"version":1', '"version":9'))
put('empty.txt', '')
put('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
put('damaged.mandato', textOf(base).replace('"state":"planned"', '"state":"perhaps"'))
mkdirSync(join(folder, 'folder'))

describe('the language of an answer', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['check plan', {}, 'en'],
    ['check plan', { LANG: 'es_MX.UTF-8' }, 'es'],
    ['check plan', { LC_ALL: 'C', LANG: 'es_MX.UTF-8' }, 'en'],
    ['check plan', { LC_ALL: 'POSIX' }, 'en'],
    ['check plan', { LC_ALL: '', LC_MESSAGES: 'pt_BR', LANG: 'fr_FR' }, 'pt'],
    ['check plan', { LC_ALL: 'de_DE.UTF-8' }, 'en'],
    ['check plan --lang fr', { LC_ALL: 'es_MX' }, 'fr'],
    ['check --lang=pt plan', { LC_ALL: 'es_MX' }, 'pt'],
    ['check plan --lang de', { LC_ALL: 'es_MX' }, 'es'],
    ['--lang fr check plan', {}, 'fr'],
    ['check plan --json', { LC_ALL: 'es_MX' }, 'en'],
    ['check plan --json --lang es', {}, 'es'],
    // What follows these commands is the language of the document or the text.
    ['print plan -o plan.pdf --lang fr', { LC_ALL: 'es_MX' }, 'es'],
    ['export plan -o plan.pdf --lang fr', {}, 'en'],
    ['compile plan proposals --lang fr', {}, 'en'],
    ['cite --lang fr text', {}, 'en'],
    ['--lang pt print plan -o plan.pdf --lang fr', {}, 'pt'],
    ['rows -- --lang es', {}, 'en'],
  ])('mandato %s, with %o: %s', (call, environment, language) => {
    expect(spokenLanguage(call.split(' '), environment)).toBe(language)
  })
})

/** Texts that are the same words in another language. */
const alike: Readonly<Record<(typeof others)[number], readonly string[]>> = {
  es: ['argument.base', 'argument.plan', 'change.heading', 'line.labelled', 'print.size', 'record.plan', 'severity.error'],
  fr: [
    'argument.base',
    'argument.options',
    'argument.plan',
    'change.heading',
    'cite.count',
    'field.date',
    'field.notes',
    'field.quotation',
    'import.done',
    'print.pages',
    'record.objection',
    'record.plan',
    'record.section',
    'section.introduction',
    'section.other',
    'text.note',
  ],
  pt: ['argument.base', 'change.heading', 'line.labelled', 'print.size', 'text.link'],
}

describe.each(others)('in %s', (language) => {
  it('no text is left in English', () => {
    const same = Object.entries(translations[language]).flatMap(([key, text]) => (en[key as keyof typeof en] === text ? [key] : []))
    expect(same.filter((key) => !alike[language].includes(key))).toEqual([])
  })

  it('each command explains itself', { timeout: 60_000 }, async () => {
    const commands = ['rows', 'cite', 'check', 'fix', 'import', 'print', 'licences', 'propose', 'compile', 'merge', 'diff', 'verify']
    const calls = [['--help'], ['help', 'check'], ...commands.map((command) => [command, '--help'])]
    const helps = await Promise.all(calls.map((call) => at(locales[language], ...call)))
    const sentences = Object.entries(en).flatMap(([key, text]) => {
      const [beginning = ''] = text.split('{')
      return beginning.length > 12 && translations[language][key as keyof typeof en] !== text ? [beginning] : []
    })
    for (const [index, { code, out, error }] of helps.entries()) {
      const help = out.replaceAll(/[ \n]+/g, ' ')
      expect({ call: calls[index], code, error, english: sentences.filter((sentence) => help.includes(sentence)) }).toEqual({
        call: calls[index],
        code: 0,
        error: '',
        english: [],
      })
      expect(help).toContain(translations[language]['help.options'])
      expect(help).not.toMatch(/display help|output the version|choices:|default:|\[command\]/)
    }
  })
})

describe('what cannot be used is refused in the reader’s language, with the same exit code', () => {
  it.each<[readonly string[], string, string, string]>([
    [['check', 'none.txt'], 'No se encontró none.txt.', 'none.txt est introuvable.', 'none.txt não foi encontrado.'],
    [['rows', 'empty.txt'], 'empty.txt está vacío.', 'empty.txt est vide.', 'empty.txt está vazio.'],
    [
      ['cite', 'folder'],
      'folder es una carpeta, no un archivo.',
      'folder est un dossier, pas un fichier.',
      'folder é uma pasta, não um arquivo.',
    ],
    [
      ['check', 'picture.png'],
      'picture.png no es un archivo de plan, ni un documento de Word (.docx), ni una página web, ni texto.',
      'picture.png n’est ni un fichier de plan, ni un document Word (.docx), ni une page web, ni du texte.',
      'picture.png não é um arquivo de plano, nem um documento do Word (.docx), nem uma página web, nem texto.',
    ],
    [
      ['verify', 'cut.mandato'],
      'cut.mandato está dañado: termina antes de tiempo o tiene caracteres que un archivo de plan nunca tiene. Pídalo de nuevo.',
      'cut.mandato est endommagé\u00a0: il s’arrête trop tôt ou contient des caractères qu’un fichier de plan n’a jamais. Redemandez-le.',
      'cut.mandato está danificado: termina antes do fim ou tem caracteres que um arquivo de plano nunca tem. Peça-o de novo.',
    ],
    [
      ['diff', 'future.mandato'],
      'future.mandato fue escrito por Mandato 0.1.0 en la versión 9 del formato; este programa lee hasta la versión 1. Actualice Mandato para abrirlo.',
      'future.mandato a été écrit par Mandato 0.1.0 dans la version 9 du format\u00a0; ce programme lit jusqu’à la version 1. Mettez Mandato à jour pour l’ouvrir.',
      'future.mandato foi gravado por Mandato 0.1.0 na versão 9 do formato; este programa lê até a versão 1. Atualize o Mandato para abri-lo.',
    ],
    [
      ['rows', '-'],
      'El contenido de la entrada estándar está vacío.',
      'Le contenu de l’entrée standard est vide.',
      'O conteúdo da entrada padrão está vazio.',
    ],
    [
      ['propose', 'base.mandato', 'base.mandato', '--as', 'México', '-o', 'x.mandato'],
      'base.mandato dice lo mismo que base.mandato: no hay nada que proponer.',
      'base.mandato dit la même chose que base.mandato\u00a0: il n’y a rien à proposer.',
      'base.mandato diz o mesmo que base.mandato: não há nada a propor.',
    ],
    [
      ['merge', 'base.mandato', 'damaged.mandato', 'base.mandato'],
      'damaged.mandato: activities[0].state está dañado y se omitió.\nmandato: damaged.mandato tiene registros dañados, que se perderían al fusionar. Ábralo antes en Mandato.',
      'damaged.mandato: activities[0].state est endommagé et a été omis.\nmandato: damaged.mandato a des enregistrements endommagés, que la fusion perdrait. Ouvrez-le d’abord dans Mandato.',
      'damaged.mandato: activities[0].state está danificado e foi omitido.\nmandato: damaged.mandato tem registros danificados, que a mescla perderia. Abra-o antes no Mandato.',
    ],
    [
      ['compile', 'base.mandato', 'base.mandato', '-o', 'x.odt'],
      'x.odt no indica ningún tipo de compilación. Termínelo en .pdf, .docx, .html, .mandato.',
      'x.odt n’indique aucun type de compilation. Terminez-le par .pdf, .docx, .html, .mandato.',
      'x.odt não indica nenhum tipo de compilação. Termine-o com .pdf, .docx, .html, .mandato.',
    ],
    [
      ['import', 'base.mandato', 'ours.mandato', '-o', 'x.mandato'],
      'x.mandato parece un archivo; con varios documentos, -o nombra una carpeta.',
      'x.mandato semble un fichier\u00a0; avec plusieurs documents, -o nomme un dossier.',
      'x.mandato parece um arquivo; com vários documentos, -o nomeia uma pasta.',
    ],
    [
      ['print', 'base.mandato', '-o', 'no/x.pdf'],
      'No se pudo escribir no/x.pdf (ENOENT). Elija otro lugar con -o.',
      'no/x.pdf n’a pas pu être écrit (ENOENT). Choisissez un autre endroit avec -o.',
      'Não foi possível gravar no/x.pdf (ENOENT). Escolha outro lugar com -o.',
    ],
    [['check'], 'falta el argumento “plan”', 'l’argument «\u00a0plan\u00a0» manque', 'falta o argumento “plano”'],
    [
      ['fix', 'base.mandato'],
      'falta la opción “-o, --output <archivo>”, que es obligatoria',
      'l’option «\u00a0-o, --output <fichier>\u00a0», qui est obligatoire, manque',
      'falta a opção “-o, --output <arquivo>”, que é obrigatória',
    ],
    [
      ['fix', 'base.mandato', '-o'],
      'a la opción “-o, --output <archivo>” le falta su valor',
      'la valeur de l’option «\u00a0-o, --output <fichier>\u00a0» manque',
      'falta o valor da opção “-o, --output <arquivo>”',
    ],
    [
      ['print', 'base.mandato', '-o', 'x.pdf', '--paper', 'a5'],
      'el valor “a5” de la opción “--paper <tamaño>” no es válido. Puede ser letter, a4.',
      'la valeur «\u00a0a5\u00a0» de l’option «\u00a0--paper <format>\u00a0» n’est pas valable. Elle peut être letter, a4.',
      'o valor “a5” da opção “--paper <tamanho>” não é válido. Pode ser letter, a4.',
    ],
    [
      ['rows', '--jsno', 'base.mandato'],
      'no existe la opción “--jsno”. ¿Quiso decir --json?',
      'l’option «\u00a0--jsno\u00a0» n’existe pas. Vouliez-vous dire --json\u00a0?',
      'a opção “--jsno” não existe. Quis dizer --json?',
    ],
    [
      ['publish', 'base.mandato'],
      'no existe el comando “publish”',
      'la commande «\u00a0publish\u00a0» n’existe pas',
      'o comando “publish” não existe',
    ],
    [
      ['verify', 'base.mandato', 'ours.mandato'],
      'demasiados argumentos para “verify”. Se esperaba 1 argumento y llegaron 2.',
      'trop d’arguments pour «\u00a0verify\u00a0». 1 argument était attendu, 2 ont été donnés.',
      'argumentos demais para “verify”. Esperava-se 1 argumento e foram dados 2.',
    ],
  ])('mandato %j', async (args, ...sentences) => {
    const said = await Promise.all(others.map((language) => at(locales[language], ...args)))
    expect(said).toEqual(sentences.map((sentence) => ({ code: 2, out: '', error: `mandato: ${sentence}\n` })))
  })

  it('what is not understood in English is said in one line, too', async () => {
    expect((await at('C', 'rows', '--jsno', 'base.mandato')).error).toBe("mandato: unknown option '--jsno'. Did you mean --json?\n")
    expect((await at('C', 'rows', 'one', 'two')).error).toBe("mandato: too many arguments for 'rows'. Expected 1 argument but got 2.\n")
  })
})

describe('what is printed', () => {
  it('names rows, counts and delegations as the reader does', async () => {
    expect((await at(locales.fr, 'diff', 'base.mandato', 'ours.mandato')).out).toBe(
      'ligne 1, activité\u00a0:\n  [-Opening-]{+Closing+}\n1 différence\n',
    )
    expect((await at(locales.es, 'propose', 'base.mandato', 'ours.mandato', '--as', 'México', '-o', 'mexico.mandato')).out).toBe(
      'fila 1, actividad\nmexico.mandato: 1 propuesta (México)\n',
    )
    expect((await at(locales.pt, 'propose', 'base.mandato', 'theirs.mandato', '--as', 'Brasil', '-o', 'brazil.mandato')).out).toBe(
      'linha 1, atividade\nbrazil.mandato: 1 proposta (Brasil)\n',
    )
    const { out } = await at(locales.fr, 'compile', 'base.mandato', 'mexico.mandato', 'brazil.mandato', '-o', 'all.mandato')
    expect(out).toMatch(/^DÉLÉGATION +OÙ +PROPOSITION +ÉTAT +EN CONFLIT AVEC\n/)
    expect(out).toMatch(/^Mexique +ligne 1 +activité +ouverte +Brésil\u00a0: les mêmes mots$/m)
    expect(out).toMatch(/\nall\.mandato\u00a0: 2 propositions, 2 en conflit entre elles, 0 qui ne correspondent plus au texte\n$/)
  })

  it('keeps the English name of a delegation in files, and the keys of JSON, whatever the terminal says', async () => {
    const call = ['propose', 'base.mandato', 'ours.mandato', '--as', 'Mexique', '-o', 'mexique.mandato', '--json']
    const [english, french] = [await at('C', ...call), await at(locales.fr, ...call)]
    expect(french).toEqual(english)
    expect(JSON.parse(french.out)).toMatchObject({ delegation: 'Mexico', proposals: [{ where: 'row 1', what: 'activity' }] })
    expect(JSON.parse(readFileSync(join(folder, 'mexique.mandato'), 'utf8'))).toMatchObject({ exportedBy: { delegation: 'Mexico' } })
    const asked = await at('C', ...call, '--lang', 'es')
    expect(JSON.parse(asked.out)).toMatchObject({ delegation: 'Mexico', proposals: [{ where: 'fila 1', what: 'actividad' }] })
  })

  it('prints a document in the language asked for, and says so in the terminal’s', async () => {
    expect((await at(locales.es, 'print', 'base.mandato', '-o', 'plan.html', '--lang', 'fr')).out).toMatch(/^plan\.html: \d+ kB\n/)
    expect(readFileSync(join(folder, 'plan.html'), 'utf8')).toContain('<html lang="fr"')
    expect((await at('C', '--lang', 'pt', 'print', 'base.mandato', '-o', 'plan.pdf', '--lang', 'fr')).out).toBe('plan.pdf: 1 página\n')
  })

  it('writes dates in words', async () => {
    expect((await at(locales.fr, 'verify', 'base.mandato')).out).toBe(
      'Expéditeur\u00a0: non indiqué\nÉcrit le 1 septembre 2026 à 10:00 UTC\nIl n’est pas signé.\n',
    )
  })

  it('a merge proposes in a name that each desk reads in its own language', async () => {
    put('desk.mandato', reworded('Closing'))
    const { code, out } = await at(locales.es, 'merge', 'base.mandato', 'desk.mandato', 'theirs.mandato')
    expect(code).toBe(1)
    expect(out).toContain('desk.mandato: fusionado, 1 conflicto; queda lo nuestro, lo suyo se propone en nombre de “La otra versión”\n')
    expect(JSON.parse(readFileSync(join(folder, 'desk.mandato'), 'utf8'))).toMatchObject({
      proposals: [{ author: { delegation: 'The other version' } }],
    })
  })
})
