import { AlignmentType, BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import type { HeadingLevel, ParagraphStyle } from '#shared/documents/blocks.ts'
import type { Language } from '#shared/model/language.ts'

/** Named first; a computer without it takes the other, which comes with Word (see `fontTable`). */
const typeface = 'Source Serif 4'

export const ink = {
  text: '111111',
  soft: '333333',
  faint: '555555',
  rule: '111111',
  hair: '999999',
  shade: 'F3F3F1',
  link: '1A4A8A',
  inserted: '1F5F3A',
  struck: '8A2B22',
} as const

/** Words of a document without a region are proofread as this variety of their language. */
export const regions: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-ES', fr: 'fr-FR', pt: 'pt-BR' }

/** Where text stands: on the page, in a ruled table, or in the small boxes of a month. */
export type Place = 'page' | 'ruled' | 'grid'

export const headingStyle = (level: HeadingLevel): string => `Heading${level}`

/** Ids of the paragraph styles, by where the paragraph stands. */
export const paragraphStyles: Readonly<Record<Place, Readonly<Record<ParagraphStyle, string>>>> = {
  page: { body: 'BodyText', detail: 'Detail', subtitle: 'Subtitle', quotation: 'Quote', label: 'GroupLabel' },
  ruled: { body: 'TableText', detail: 'TableDetail', subtitle: 'TableDetail', quotation: 'TableQuote', label: 'TableLabel' },
  grid: { body: 'DayText', detail: 'DayDetail', subtitle: 'DayDetail', quotation: 'DayDetail', label: 'DayLabel' },
}

export const tableHeadStyles = { ruled: 'TableHead', grid: 'DayHead' } as const

/** Ids of the character styles that say what their words are. */
export const characterStyles = { title: 'InstrumentTitle', venue: 'Venue', link: 'Hyperlink' } as const

/** Points as Word counts them in paragraphs. */
export const twips = (points: number): number => Math.round(points * 20)

interface Look {
  readonly name: string
  readonly size: number
  readonly leading: number
  readonly above?: number
  readonly below: number
  readonly color?: string
  readonly bold?: true
  readonly italic?: true
  readonly tracking?: number
  readonly center?: true
  readonly right?: true
  readonly indent?: number
  readonly keep?: true
  /** Depth in the outline, from 0. */
  readonly outline?: number
}

/** Headings of the deepest levels look alike. */
const deep = { size: 9.25, leading: 12.8, above: 6, below: 2, bold: true, color: ink.faint, keep: true } as const

const looks: Readonly<Record<string, Look>> = {
  Heading1: {
    name: 'heading 1',
    size: 14,
    leading: 18.5,
    above: 20,
    below: 4,
    bold: true,
    tracking: 0.28,
    center: true,
    keep: true,
    outline: 0,
  },
  Heading2: { name: 'heading 2', size: 12, leading: 16, above: 18, below: 6, bold: true, tracking: 0.2, keep: true, outline: 1 },
  Heading3: { name: 'heading 3', size: 11.25, leading: 15.2, above: 12, below: 4, bold: true, keep: true, outline: 2 },
  Heading4: { name: 'heading 4', size: 10.5, leading: 14.6, above: 10, below: 3, bold: true, keep: true, outline: 3 },
  Heading5: {
    name: 'heading 5',
    size: 9.75,
    leading: 13.4,
    above: 8,
    below: 2,
    bold: true,
    tracking: 0.2,
    color: ink.soft,
    keep: true,
    outline: 4,
  },
  Heading6: { name: 'heading 6', ...deep, outline: 5 },
  Heading7: { name: 'heading 7', ...deep, outline: 6 },
  Heading8: { name: 'heading 8', ...deep, outline: 7 },
  BodyText: { name: 'Body Text', size: 10.5, leading: 14.6, below: 7 },
  Detail: { name: 'Detail', size: 9.5, leading: 12.8, below: 7, color: ink.soft },
  Subtitle: { name: 'Subtitle', size: 9.5, leading: 13, below: 14, color: ink.soft, center: true },
  Quote: { name: 'Quote', size: 9.5, leading: 13.2, below: 6, color: ink.soft, indent: 20 },
  GroupLabel: { name: 'Group label', size: 10.5, leading: 14.6, above: 8, below: 3, bold: true, keep: true },
  TableHead: { name: 'Table head', size: 8.5, leading: 11.5, above: 5, below: 5, bold: true, tracking: 0.7 },
  TableText: { name: 'Table text', size: 10.5, leading: 14, below: 3 },
  TableDetail: { name: 'Table detail', size: 9.5, leading: 12.4, below: 3, color: ink.soft },
  TableQuote: { name: 'Table quotation', size: 9.5, leading: 13.2, below: 3, color: ink.soft, indent: 10 },
  TableLabel: { name: 'Table label', size: 10.5, leading: 14, below: 2, bold: true },
  DayHead: { name: 'Day head', size: 8, leading: 11, above: 3, below: 3, bold: true, color: ink.soft, tracking: 0.3 },
  DayText: { name: 'Day text', size: 8, leading: 10.2, below: 2 },
  DayDetail: { name: 'Day detail', size: 7.5, leading: 9.6, below: 2, color: ink.soft },
  DayLabel: { name: 'Day label', size: 8.5, leading: 11, below: 1.5, bold: true },
  MastheadBody: { name: 'Masthead body', size: 11.5, leading: 15.5, below: 0, bold: true, tracking: 0.1 },
  MastheadCommittee: { name: 'Masthead committee', size: 9.5, leading: 13, below: 0, color: ink.soft },
  MastheadLine: { name: 'Masthead line', size: 9.5, leading: 12.8, below: 0, right: true },
  Header: { name: 'header', size: 8.5, leading: 11, below: 0, color: ink.faint },
  Footer: { name: 'footer', size: 8.5, leading: 11, below: 0, color: ink.faint },
  FootnoteText: { name: 'footnote text', size: 8.5, leading: 11.2, below: 2 },
  AfterTable: { name: 'After table', size: 1, leading: 1, below: 0 },
}

function paragraphStyle(id: string, look: Look): IParagraphStyleOptions {
  return {
    id,
    name: look.name,
    basedOn: 'Normal',
    quickFormat: true,
    ...(look.outline === undefined && id !== 'GroupLabel' ? {} : { next: 'BodyText' }),
    run: {
      size: look.size * 2,
      color: look.color ?? ink.text,
      ...(look.bold ? { bold: true } : {}),
      ...(look.italic ? { italics: true } : {}),
      ...(look.tracking === undefined ? {} : { characterSpacing: twips(look.tracking) }),
    },
    paragraph: {
      spacing: { before: twips(look.above ?? 0), after: twips(look.below), line: twips(look.leading), lineRule: LineRuleType.AT_LEAST },
      ...(look.center ? { alignment: AlignmentType.CENTER } : look.right ? { alignment: AlignmentType.RIGHT } : {}),
      ...(look.indent === undefined ? {} : { indent: { left: twips(look.indent) } }),
      ...(look.keep ? { keepNext: true, keepLines: true } : {}),
      ...(look.outline === undefined ? {} : { outlineLevel: look.outline }),
      ...(id === 'Header' ? { border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: ink.hair } } } : {}),
    },
  }
}

/** All styles of a document, each with its measures and headings with their depth in the outline, which the library leaves out. */
export const documentStyles = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: { font: typeface, size: 21, color: ink.text, language: { value: regions[language] } },
      paragraph: { spacing: { after: 0, line: twips(14.6), lineRule: LineRuleType.AT_LEAST } },
    },
  },
  paragraphStyles: Object.entries(looks).map(([id, look]) => paragraphStyle(id, look)),
  characterStyles: [
    { id: characterStyles.title, name: 'Title of an instrument', basedOn: 'DefaultParagraphFont', run: { italics: true } },
    { id: characterStyles.venue, name: 'Place of a meeting', basedOn: 'DefaultParagraphFont', run: {} },
  ],
})

/** Names what stands in for the typeface where it is not installed. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${typeface}"><w:altName w:val="Cambria"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
