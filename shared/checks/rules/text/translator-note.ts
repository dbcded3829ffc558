import { offer } from '../../fix.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

const id = 'text/translator-note'

/**
 * A note between translator and editor, in square brackets: it opens with who speaks, or asks to check something. Brackets that hold text
 * under negotiation ("[Mexico: …]") open with neither.
 */
const notes = [
  /\s?\[\s*(?:translator|translation|trans\.|tr\.|t\.?n\.?|note to (?:the )?(?:translator|editor|secretariat)|editor|nota (?:del|de la|do|da) (?:traductora?|tradutora?)|traductora?|traducci[oó]n|n\. ?del ?t\.|n\. ?de la ?t\.|n\. ?do ?t\.|note d[ue] (?:la )?traducteur|traduct(?:eur|rice)|traduction|n\.?d\.?t\.?|tradutora?|tradu[cç][aã]o)\b\.?\s*(?:[:,–—-][^\]\n]*|note[^\]\n]*|\?*)\]/giu,
  /\s?\[\s*(?:please )?(?:check|verify|confirm|insert|revisar|verificar|comprobar|confirmar|v[ée]rifier|confirmer|conferir)\s+(?:(?:the|this|el|la|este|esta|le|ce|cette|o|a)\s+)*(?:link|links|logic|text|title|number|date|source|reference|footnote|note|spelling|translation|page|symbol|url|quote|quotation|name|enlace|texto|t[íi]tulo|n[úu]mero|fecha|fuente|referencia|traducci[oó]n|lien|texte|titre|num[ée]ro|source|r[ée]f[ée]rence|fonte|refer[eê]ncia|data)\b[^\]\n]*\]/giu,
  /\s?\[\s*(?:tbc|tbd|to be (?:checked|confirmed|translated|verified)|por (?:revisar|confirmar|verificar|traducir)|[àa] (?:v[ée]rifier|confirmer|traduire)|a (?:confirmar|verificar|traduzir)|sic\?|link\?|\?+)\s*\]/giu,
]

export const translatorNote: RuleOf<'text'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'No working note is printed',
    scope: 'text',
    messages: { found: 'A working note was left in: “{note}”.', remove: 'Remove the note' },
  },
  check: ({ text, target, replace }) => {
    if (!text.includes('[')) return nothing
    const reports: Report[] = []
    for (const pattern of notes) {
      for (const match of text.matchAll(pattern)) {
        const note = match[0].trim()
        const [start, end] = [match.index, match.index + match[0].length]
        reports.push({
          data: { note },
          about: note,
          written: note,
          target: { ...target, range: { start: end - note.length, end } },
          fixes: offer({ label: `${id}#remove`, changes: replace(start, end, '') }),
        })
      }
    }
    return reports.length === 0 ? nothing : reports
  },
}
