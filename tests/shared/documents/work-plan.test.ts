import { describe, expect, it } from 'vitest'
import { headingTitle, plainText } from '#shared/documents/blocks.ts'
import { workPlanDocument } from '#shared/documents/work-plan.ts'
import { createRegister } from '#shared/register/register.ts'
import { aBlock, aMandate, anInstrument, aPlan, aProvision, aSection } from '../../builders/plan.ts'
import { samplePlan, sampleRegister } from './sample-plan.ts'

const headingsOf = (document: ReturnType<typeof workPlanDocument>) =>
  document.blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${headingTitle(block)}`] : []))

describe('the work plan', () => {
  it('prints its parts in order, without what an import could not place', () => {
    const document = workPlanDocument(samplePlan(), { language: 'en', register: sampleRegister() })
    expect(plainText(document.blocks.slice(0, -1))).toBe(
      [
        'SCHEDULE OF ACTIVITIES, 2026-2027',
        'Draft presented by the Chair',
        'INTRODUCTION',
        'People move for work, for safety and for their families. The states of the region agreed to look at these movements together.',
        'The committee will take up:',
        '• social benefits and pensions;',
        '• climate and movement.',
        'MANDATES',
        'The plan rests on the following texts:',
        '1. AG/RES. 2816 (XLIV-O/14), operative paragraphs 19 and 20',
        'Hemispheric Initiatives',
        '19. To ask the committee to work on integration.',
        '20. To ask the secretariat for help.',
        '2. AG/RES. 2910 (XLVII-O/17), operative paragraph 20',
        'Migration Flows',
        '3. AG/DEC. 88 (XLVI-O/16)',
        'PROGRAM STAKEHOLDERS',
        '1. Member states',
        '2. Organs of the system',
        '– General Secretariat',
        'CALENDAR OF ACTIVITIES',
      ].join('\n'),
    )
    expect(document.blocks.at(-1)?.kind).toBe('table')
  })

  it('numbers notes through the document, with their marks where they were anchored', () => {
    const note = (at: number, words: string) => ({ id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`, at, text: words })
    const plan = aPlan({
      sections: [
        aSection({ kind: 'introduction', blocks: [aBlock('One two three', { footnotes: [note(7, 'second'), note(3, ' first ')] })] }),
        aSection({
          heading: 'More',
          blocks: [aBlock('Four', { kind: 'item', marker: 'bullet', footnotes: [note(99, 'beyond the end')] })],
        }),
      ],
    })
    const document = workPlanDocument(plan, { language: 'en', register: null })
    expect(document.blocks[2]).toEqual({
      kind: 'paragraph',
      style: 'body',
      runs: [
        { kind: 'text', text: 'One' },
        { kind: 'note', number: 1 },
        { kind: 'text', text: ' two' },
        { kind: 'note', number: 2 },
        { kind: 'text', text: ' three' },
      ],
    })
    expect(document.footnotes.map(({ number, runs }) => [number, plainText([{ kind: 'paragraph', style: 'body', runs }])])).toEqual([
      [1, 'first'],
      [2, 'second'],
      [3, 'beyond the end'],
    ])
  })

  it('keeps what is bold, in italics or linked, across the marks of notes', () => {
    const block = aBlock('See the survey of 2020 now', {
      footnotes: [{ id: '00000000-0000-7000-8000-000000000001', at: 14, text: 'Note' }],
      marks: [
        { kind: 'link', start: 4, end: 22, href: 'https://example.org/survey' },
        { kind: 'bold', start: 8, end: 14 },
        { kind: 'italic', start: 23, end: 26 },
      ],
    })
    const document = workPlanDocument(aPlan({ sections: [aSection({ blocks: [block] })] }), { language: 'en', register: null })
    expect(document.blocks[1]).toEqual({
      kind: 'paragraph',
      style: 'body',
      runs: [
        { kind: 'text', text: 'See ' },
        { kind: 'text', text: 'the ', link: 'https://example.org/survey' },
        { kind: 'text', text: 'survey', bold: true, link: 'https://example.org/survey' },
        { kind: 'note', number: 1 },
        { kind: 'text', text: ' of 2020', link: 'https://example.org/survey' },
        { kind: 'text', text: ' ' },
        { kind: 'text', text: 'now', italic: true },
      ],
    })
  })

  it('prints headings inside a part at their ranks, none skipped, with their notes and looks', () => {
    const ranked = (text: string, level: number) => aBlock(text, { kind: 'heading', level })
    const noted = aBlock('Second rank now', {
      kind: 'heading',
      level: 1,
      footnotes: [{ id: '00000000-0000-7000-8000-000000000001', at: 6, text: 'Note' }],
      marks: [{ kind: 'italic', start: 12, end: 15 }],
    })
    const one = aSection({
      heading: 'One',
      blocks: [ranked('First', 0), noted, ranked('Third', 2), ranked('First again', 0), ranked('Third', 2)],
    })
    const two = aSection({ heading: 'Two', blocks: [ranked('Deep', 5), ranked('Higher', 3), ranked(' ', 0)] })
    const deep = aSection({ heading: 'Three', blocks: [0, 1, 2, 3, 4, 5].map((rank) => ranked(`Rank ${rank}`, rank)) })
    const document = workPlanDocument(aPlan({ title: 'Plan', sections: [one, two, deep] }), { language: 'en', register: null })
    expect(headingsOf(document)).toEqual([
      '1 Plan',
      '2 One',
      '3 First',
      '4 Second rank now',
      '5 Third',
      '3 First again',
      '4 Third',
      '2 Two',
      '3 Deep',
      '3 Higher',
      '2 Three',
      ...[0, 1, 2, 3, 4, 5].map((rank) => `${rank + 3} Rank ${rank}`),
      '2 Calendar of activities',
    ])
    expect(document.blocks[3]).toEqual({
      kind: 'heading',
      level: 4,
      runs: [
        { kind: 'text', text: 'Second' },
        { kind: 'note', number: 1 },
        { kind: 'text', text: ' rank ' },
        { kind: 'text', text: 'now', italic: true },
      ],
    })
  })

  it('gives parts without a heading one in the language asked for', () => {
    const sections = [
      aSection({ kind: 'introduction', blocks: ['Words'] }),
      aSection({ kind: 'mandates' }),
      aSection({ kind: 'stakeholders' }),
      aSection(),
    ]
    expect(headingsOf(workPlanDocument(aPlan({ sections, title: 'Plan' }), { language: 'fr', register: null }))).toEqual([
      '1 Plan',
      '2 Introduction',
      '2 Mandats',
      '2 Parties prenantes',
      '2 Calendrier des activités',
    ])
  })

  it('puts a list of mandates that no part introduces after the introduction, or first', () => {
    const mandates = [aMandate('AG/RES. 5')]
    const introduction = aSection({ kind: 'introduction', blocks: ['Words'] })
    const other = aSection({
      heading: 'Other',
      blocks: [aBlock('Inside', { kind: 'heading' }), aBlock('Said', { kind: 'quotation' }), aBlock(' ')],
    })
    const options = { language: 'en', register: null } as const
    expect(headingsOf(workPlanDocument(aPlan({ title: 'Plan', sections: [introduction, other], mandates }), options))).toEqual([
      '1 Plan',
      '2 Introduction',
      '2 Mandates',
      '2 Other',
      '3 Inside',
      '2 Calendar of activities',
    ])
    expect(headingsOf(workPlanDocument(aPlan({ title: 'Plan', sections: [other], mandates }), options))[1]).toBe('2 Mandates')
  })

  it('quotes a paragraph with its parts, each once, and preambular ones without a label', () => {
    const register = createRegister([
      anInstrument('AG/RES. 5', {
        provisions: [
          aProvision('PP1', 'RECALLING the work done;'),
          aProvision('19', 'To take up:\nthese matters'),
          aProvision('19.A', 'integration'),
          aProvision('19.B', 'return'),
          aProvision('20', 'To report.'),
        ],
      }),
    ])
    const plan = aPlan({ mandates: [aMandate('AG/RES. 5', ['PP1', '19', '19.B'], { quotation: 'full' })] })
    expect(plainText(workPlanDocument(plan, { language: 'en', register }).blocks)).toContain(
      'RECALLING the work done;\n19. To take up:\nthese matters\nA. integration\nB. return\nCalendar of activities',
    )
  })

  it('quotes only the paragraphs that were chosen, in the order in which they are cited', () => {
    const register = createRegister([
      anInstrument('AG/RES. 5', { provisions: [aProvision('1', 'First.'), aProvision('2', 'Second.'), aProvision('3', 'Third.')] }),
    ])
    const quoting = (quotation: 'none' | string[]) =>
      plainText(
        workPlanDocument(aPlan({ mandates: [aMandate('AG/RES. 5', ['1', '2', '3'], { quotation })] }), { language: 'en', register }).blocks,
      )
    expect(quoting(['3', '1', '9'])).toContain('operative paragraphs 1 to 3\n1. First.\n3. Third.\nCalendar')
    expect(quoting('none')).not.toContain('First.')
  })

  it('quotes what the register has, in the language asked for where it can', () => {
    const register = createRegister([
      anInstrument('AG/RES. 5', {
        provisions: [
          aProvision('1', '', { text: { en: 'In English', es: 'En español' } }),
          aProvision('2', '', { text: { fr: 'En français' } }),
          aProvision('3'),
        ],
      }),
    ])
    const plan = aPlan({
      mandates: [aMandate('AG/RES. 5', ['1', '2', '3', '4'], { quotation: 'full' }), aMandate('AG/RES. 6', ['1'], { quotation: 'full' })],
    })
    const text = plainText(workPlanDocument(plan, { language: 'es', register }).blocks)
    expect(text).toContain('1. En español\n2. En français\n2. AG/RES. 6')
    expect(plainText(workPlanDocument(plan, { language: 'es', register: null }).blocks)).not.toContain('En español')
  })
})
