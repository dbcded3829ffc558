/** What is said of files, in the window and on the command line: why one is refused, and why words of it were kept as text. */
export const en = {
  'file.mended':
    '{count, plural, one {# record had no usable place in its list and was kept where it is shown.} other {# records had no usable places in their lists and were kept where they are shown.}}',
  'import.why-after-calendar': 'stands after the calendar',
  'import.why-damaged': 'was damaged and is left out',
  'import.why-mark-without-note': 'has a footnote mark without a note',
  'import.why-missing-cells': 'lacks a cell',
  'import.why-note-without-mark': 'is a footnote without a mark',
  'import.why-remark': 'cites nothing that is known',
  'import.why-surplus-cell': 'has a cell too many',
  'import.why-unplaced-quotation': 'belongs to no paragraph of a mandate',
  'import.why-unreadable-date': 'is not understood as a date',
  'refused.archive': '{name} is an archive (zip), not a plan file. Unpack it and open the plan file in it.',
  'refused.bad-base': '{name} holds proposals, but does not say on which plan.',
  'refused.bad-header': '{name} is a plan file whose header cannot be read ({field}).',
  'refused.damaged': '{name} is damaged and cannot be read. Open it in a word processor, save it again, and try again.',
  'refused.empty': '{name} is empty.',
  'refused.encrypted': '{name} is locked with a password. Save it without one and try again.',
  'refused.folder': '{name} is a folder, not a file.',
  'refused.missing': '{name} was not found.',
  'refused.newer-version':
    '{name} was written by {by, select, unknown {a newer program} other {{by}}} in version {version} of the format; this program reads up to version {newest}. Update Mandato to open it.',
  'refused.no-calendar':
    '{name} has no calendar: a work plan has a table with columns for the date, the mandate and the activity, or rows that begin with a date.',
  'refused.no-plan': '{name} is a Mandato file, but it does not hold a plan.',
  'refused.no-proposals': '{name} holds a plan or a register, and no proposals.',
  'refused.no-sender': '{name} does not say whose proposals it holds.',
  'refused.not-a-plan-file': '{name} is not a Mandato plan file.',
  'refused.not-json': '{name} is damaged: it ends early or holds characters that a plan file never has. Ask for it again.',
  'refused.not-text': '{name} is neither a plan file, nor a Word document (.docx), nor a web page, nor text.',
  'refused.not-word': '{name} is an archive, but not a Word document (.docx). Save the document as .docx and try again.',
  'refused.old-word': '{name} is in the format of an old word processor (.doc). Save it as .docx and try again.',
  'refused.other-kind': '{name} is a Mandato file of a kind that this version does not know. Update Mandato to open it.',
  'refused.other-plan': '{name} holds proposals on another plan, {title}.',
  'refused.proposals': '{name} holds proposals. Take them into their plan.',
  'refused.too-deep': '{name} is nested deeper than any plan file; it was not opened.',
  'refused.too-large':
    '{megabytes, plural, =0 {{name} holds more than any plan does, and was not read.} other {{name} is larger than # MB, more than any plan.}}',
  'refused.too-many': '{name} holds more values than any plan file; it was not opened.',
  'refused.unreadable': '{name} could not be read{code, select, none {} other { ({code})}}.',
  'refused.unusable': '{name} cannot be used as a plan: it is damaged, or of another kind.',
} as const

export type FileText = keyof typeof en
