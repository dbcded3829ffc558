import type { Language } from '../model/language.ts'
import type { Provision } from '../model/instrument.ts'
import { addresseesOf } from '../register/addressees.ts'
import { termLimitOf } from '../register/term-limit.ts'
import type { Findings } from './report.ts'

/** A provision while its lines are gathered. */
interface Draft {
  readonly label: string
  readonly parent: string | null
  readonly lines: string[]
}

const number = /^(\d{1,3}(?:\s?(?:bis|ter|quater))?)[.)]\s*(.*)$/
const capital = /^([A-Z])[.)]\s*(.*)$/
const small = /^\(?([a-z])[.)]\s*(.*)$/
const bullet = /^(?:[·•▪●◦]\s*|[-–*]\s+|\((?:\s{1,8}(?=[^)]*$)|$))(.*)$/
/** "HIGHLIGHTING the …", "TAKING NOTE of …", "TENIENDO PRESENTE que …": a clause of the preamble. */
const preambular = /^(?:\p{Lu}{4,}|\p{Lu}\p{L}+\p{Lu}{3,})(?:[ ,]|$)/u
const enacting = /^(?:RESOLVES|RESUELVE|DECIDES|DECIDE|D[ÉE]CIDE|RESOLVE|DECLARES|DECLARA|D[ÉE]CLARE)\s*:?$/u

const isSection = (label: string): boolean => label.startsWith('Section')

const kindOf = (label: string): Provision['kind'] =>
  label.startsWith('PP') ? 'preambular' : isSection(label) ? 'section' : label.startsWith('Article') ? 'article' : 'operative'

/** Paragraphs that a plan quotes below a mandate, told apart by their numbers, letters and bullets. */
class Quotation {
  readonly drafts = new Map<string, Draft>()
  readonly unplaced: string[] = []
  private readonly cited: readonly string[]
  private readonly findings: Findings
  private current: Draft | null = null
  /** The numbered paragraph, and its part under a capital letter, that further letters belong to. */
  private paragraph: string | null = null
  private part: string | null = null
  private preamble = 0
  private bulleted = false

  constructor(cited: readonly string[], findings: Findings) {
    this.cited = cited
    this.findings = findings
  }

  read(line: string): void {
    if (enacting.test(line)) {
      this.findings.cleaned.push({ kind: 'heading', text: line })
      this.current = null
    } else if (!this.readNamed(line) && !this.readNumbered(line) && !this.readBullet(line)) this.readWords(line)
  }

  private begin(label: string, parent: string | null, words: string): void {
    this.current = this.drafts.get(label) ?? { label, parent, lines: [] }
    this.drafts.set(label, this.current)
    if (words !== '') this.current.lines.push(words)
    this.bulleted = false
  }

  /** A section or an article is called by its whole name: "Article 58. The committee …". */
  private readNamed(line: string): boolean {
    const name = this.cited.find((label) => !/^\d/.test(label) && line.startsWith(`${label}. `))
    if (name === undefined) return false
    this.begin(name, null, line.slice(name.length + 2).trim())
    return true
  }

  private readNumbered(line: string): boolean {
    const paragraph = number.exec(line)
    if (paragraph !== null) {
      this.paragraph = (paragraph[1] ?? '').replace(/\s/g, '')
      this.part = null
      this.begin(this.paragraph, null, paragraph[2] ?? '')
      return true
    }
    if (this.paragraph === null) return false
    const lettered = capital.exec(line)
    const inner = lettered === null ? small.exec(line) : null
    const [, letter, words = ''] = lettered ?? inner ?? []
    if (letter === undefined) return false
    const parent = inner !== null && this.part !== null ? this.part : this.paragraph
    if (lettered !== null) this.part = `${this.paragraph}.${letter}`
    this.begin(`${parent}.${letter}`, parent, words)
    return true
  }

  private readBullet(line: string): boolean {
    const words = bullet.exec(line)?.[1]
    if (words === undefined) return false
    this.findings.cleaned.push({ kind: 'mark', text: line.slice(0, 1) })
    if (words === '') this.bulleted = true
    else this.add(`· ${words}`)
    return true
  }

  private readWords(line: string): void {
    if (this.paragraph === null && preambular.test(line)) this.begin(`PP${++this.preamble}`, null, line)
    else this.add(this.bulleted ? `· ${line}` : line)
    this.bulleted = false
  }

  /** Words without a number go on with the paragraph; before the first they are the section's, or the only paragraph's that is cited. */
  private add(words: string): void {
    if (this.current === null) {
      const [only] = this.cited
      const label = this.cited.find(isSection) ?? (this.cited.length === 1 ? only : undefined)
      if (label === undefined) {
        this.unplaced.push(words)
        return
      }
      this.begin(label, null, '')
    }
    this.current?.lines.push(words)
  }
}

/**
 * The provisions that stand quoted below a mandate's entry: `19`, `19.A` with its bullets, `2.a`, `PP1`, and the section as a whole where
 * words without numbers follow its name. Lines that belong to none come back in `unplaced`.
 */
export function readQuotation(
  lines: readonly string[],
  cited: readonly string[],
  language: Language,
  findings: Findings,
): { readonly provisions: Provision[]; readonly unplaced: readonly string[] } {
  const quotation = new Quotation(cited, findings)
  for (const line of lines) if (line !== '') quotation.read(line)
  const named = cited.filter((label) => isSection(label) && !quotation.drafts.has(label))
  const drafts =
    quotation.drafts.size === 0 ? [] : [...named.map((label): Draft => ({ label, parent: null, lines: [] })), ...quotation.drafts.values()]
  const provisions = drafts.map(({ label, parent, lines: words }): Provision => {
    const text = words.join('\n')
    return {
      label,
      kind: kindOf(label),
      parent,
      text: text === '' ? {} : { [language]: text },
      summary: {},
      // A preamble recalls terms and bodies; it instructs nobody and limits nothing.
      addressees: text === '' || kindOf(label) === 'preambular' ? [] : addresseesOf(text, language),
      term: kindOf(label) === 'preambular' ? null : termLimitOf(text, language),
    }
  })
  return { provisions, unplaced: quotation.unplaced }
}
