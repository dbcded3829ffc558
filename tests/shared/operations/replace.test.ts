import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanDate } from '#shared/dates/read.ts'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges, invertChanges, recordsOf } from '#shared/operations/apply.ts'
import type { Query } from '#shared/operations/matches.ts'
import { findInPlan, placeKey, replaceIn, textsOf } from '#shared/operations/replace.ts'
import { aBlock, aCitation, anActivity, anItem, aMandate, aPlan, aRemark, aSection, numberedId } from '../../builders/plan.ts'

const query = (text: string, more: Partial<Query> = {}): Query => ({
  text,
  wholeWords: false,
  matchCase: false,
  foldAccents: true,
  ...more,
})

const changed = (plan: Plan, sought: Query | string, replacement: string): Plan => {
  const places = findInPlan(plan, typeof sought === 'string' ? query(sought) : sought)
  const outcome = applyChanges(plan, replaceIn(plan, places, replacement))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

const oneRow = (parts: Parameters<typeof anActivity>[0]): Plan => aPlan({ activities: [anActivity(parts)] })

const aWholePlan = (): Plan =>
  aPlan({
    title: 'Forum plan',
    note: 'For the forum',
    sections: [
      aSection({
        heading: 'The forum',
        blocks: [aBlock('A forum is held.', { footnotes: [{ id: numberedId(1), at: 7, text: 'Forum of 2020.' }] })],
      }),
    ],
    mandates: [
      aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'], {
        citation: aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'], { title: 'Forum of the Americas' }),
        written: 'AG/RES. 2910 (XLVII-O/17) “Forum of the Americas”',
      }),
    ],
    activities: [
      anActivity({
        when: readPlanDate('march 2021, forum in Lima', { language: 'en' }),
        mandate: [aCitation('Forum declaration', [], { symbol: null, title: 'Forum declaration' }), aRemark('the forum itself')],
        items: ['Forum of ministers', '· forum of youth'],
        venue: 'Forum hall',
        notes: 'Ask the forum.',
      }),
    ],
  })

describe('finding in the whole plan', () => {
  it('every text is looked through, in the order of the plan, a name once', () => {
    expect(
      findInPlan(aWholePlan(), query('forum')).map(({ type, field, found, range }) => `${type} ${field} ${range.start} ${found}`),
    ).toEqual([
      'plan title 0 Forum',
      'plan note 8 forum',
      'section heading 4 forum',
      'section block 2 forum',
      'section footnote 0 Forum',
      'mandate cited-title 0 Forum',
      'mandate line 27 Forum',
      'activity date 12 forum',
      'activity written 0 Forum',
      'activity remark 4 forum',
      'activity item 0 Forum',
      'activity item 0 forum',
      'activity venue 0 Forum',
      'activity notes 8 forum',
    ])
  })

  it('a place shows what stands around it, and has a key of its own', () => {
    const [place] = findInPlan(oneRow({ notes: `${'x'.repeat(60)} word ${'y'.repeat(60)}` }), query('word'))
    expect([place?.before, place?.found, place?.after]).toEqual([`…${'x'.repeat(47)} `, 'word', ` ${'y'.repeat(47)}…`])
    const keys = findInPlan(aWholePlan(), query('o')).map(placeKey)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('replacing', () => {
  it('writes in every text, and each id stays', () => {
    const plan = aWholePlan()
    const after = changed(plan, query('forum'), 'Congress')
    expect(findInPlan(after, query('forum'))).toEqual([])
    expect(findInPlan(after, query('Congress', { matchCase: true }))).toHaveLength(14)
    expect(textsOf(after).map(({ record, entry }) => [record, entry])).toEqual(textsOf(plan).map(({ record, entry }) => [record, entry]))
    expect(after.activities[0]?.when).toMatchObject({ value: { kind: 'month', month: '2021-03' }, note: 'Congress in Lima' })
    expect(after.activities[0]?.mandate[0]).toMatchObject({ symbol: null, written: 'Congress declaration', title: 'Congress declaration' })
  })

  it('a footnote stays behind the word it stood behind; inside what is replaced it goes to its end', () => {
    const noteAt = (at: number, replacement: string): number | undefined =>
      changed(
        aPlan({ sections: [aSection({ blocks: [aBlock('one two three', { footnotes: [{ id: numberedId(1), at, text: '' }] })] })] }),
        'two',
        replacement,
      ).sections[0]?.blocks[0]?.footnotes[0]?.at
    expect([4, 5, 7, 13].map((at) => noteAt(at, 'seven'))).toEqual([4, 9, 9, 15])
    expect([4, 5, 7, 13].map((at) => noteAt(at, ''))).toEqual([4, 4, 4, 10])
  })

  it('a citation whose words change is read anew and keeps its paragraphs', () => {
    const citation = aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'], { title: 'Migration in the Americas' })
    const entry = changed(oneRow({ mandate: [citation] }), '2910 (XLVII-O/17)', '2883 (XLVI-O/16)').activities[0]?.mandate[0]
    expect(entry).toEqual({ ...citation, symbol: 'AG/RES. 2883 (XLVI-O/16)', written: 'AG/RES. 2883 (XLVI-O/16)' })
    expect(changed(oneRow({ mandate: [citation] }), 'AG/RES. 2910 (XLVII-O/17)', 'the charter').activities[0]?.mandate[0]).toEqual({
      ...citation,
      symbol: null,
      written: 'the charter',
    })
  })

  it('a citation is not left without words; a remark without words is gone', () => {
    const citation = aCitation('AG/RES. 2910 (XLVII-O/17)')
    const plan = oneRow({ mandate: [citation, aRemark('AG/RES. 2910 (XLVII-O/17)')] })
    expect(changed(plan, 'AG/RES. 2910 (XLVII-O/17)', '').activities[0]?.mandate).toEqual([citation])
  })

  it('a date whose words change is read anew', () => {
    const plan = oneRow({ when: readPlanDate('January 26, 2021, 2:30 p.m.', { language: 'en' }) })
    expect(changed(plan, 'January', 'March').activities[0]?.when.value).toEqual({
      kind: 'date',
      date: '2021-03-26',
      time: '14:30',
      endTime: null,
    })
  })

  it('what replaces may hold what is sought, or be nothing', () => {
    const plan = oneRow({ notes: 'state and States' })
    expect(changed(plan, 'state', 'member state').activities[0]?.notes).toBe('member state and member states')
    expect(changed(plan, 'state', '').activities[0]?.notes).toBe(' and s')
    expect(changed(plan, query('state', { wholeWords: true }), 'country').activities[0]?.notes).toBe('country and States')
  })

  it('only the chosen places change; one whose words are no longer there does not', () => {
    const plan = oneRow({ notes: 'one one one' })
    const places = findInPlan(plan, query('one'))
    const outcome = applyChanges(plan, replaceIn(plan, places.slice(1, 2), 'two'))
    expect(outcome.ok && outcome.value.activities[0]?.notes).toBe('one two one')
    expect(replaceIn(changed(plan, 'one', 'a'), places, 'two')).toEqual([])
  })
})

/** A small alphabet, so that what is sought is often there; its letters without case and accents beside it. */
const letters: Readonly<Record<string, string>> = { a: 'a', á: 'a', A: 'a', b: 'b', B: 'b', ' ': ' ', '.': '.' }
const words = fc.string({ unit: fc.constantFrom(...Object.keys(letters)), maxLength: 12 })
const bare = (text: string): string => Array.from(text, (letter) => letters[letter] ?? letter).join('')

const plans = fc
  .record({
    title: words,
    heading: words,
    block: words,
    note: words,
    at: fc.nat(12),
    items: fc.array(words, { maxLength: 4 }),
    venue: words,
    notes: words,
  })
  .map(({ title, heading, block, note, at, items, venue, notes }) =>
    aPlan({
      title,
      sections: [
        aSection({ heading, blocks: [aBlock(block, { footnotes: [{ id: numberedId(9), at: Math.min(at, block.length), text: note }] })] }),
      ],
      activities: [anActivity({ items: items.map((text) => anItem(text)), venue, notes })],
    }),
  )
const sought = fc.string({ unit: fc.constantFrom('a', 'á', 'b', ' '), minLength: 1, maxLength: 2 })

describe('whatever the plan says', () => {
  it('as many places are found as there are when counted another way', () => {
    fc.assert(
      fc.property(plans, sought, fc.boolean(), (plan, text, loose) => {
        const as = loose ? bare : (written: string) => written
        const counted = textsOf(plan).reduce((sum, own) => sum + as(own.text).split(as(text)).length - 1, 0)
        expect(findInPlan(plan, query(text, { matchCase: !loose, foldAccents: loose }))).toHaveLength(counted)
      }),
    )
  })

  it('nothing outside the places changes', () => {
    fc.assert(
      fc.property(plans, sought, words, (plan, text, replacement) => {
        const places = findInPlan(plan, query(text, { matchCase: true, foldAccents: false }))
        const outcome = applyChanges(plan, replaceIn(plan, places, replacement))
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
        const expected = textsOf(plan).map((own) => own.text.replaceAll(text, () => replacement))
        expect(textsOf(outcome.value).map((own) => own.text)).toEqual(expected.filter((own) => own !== ''))
        const structure = (of: Plan) =>
          canonicalize(
            JSON.parse(
              JSON.stringify(recordsOf(of), (key, value: unknown) =>
                ['title', 'heading', 'text', 'venue', 'notes', 'at'].includes(key) ? null : value,
              ),
            ),
          )
        expect(structure(outcome.value)).toBe(structure(plan))
      }),
    )
  })

  it('taken back, the plan is the same to the byte', () => {
    fc.assert(
      fc.property(plans, sought, words, (plan, text, replacement) => {
        const changes = replaceIn(plan, findInPlan(plan, query(text)), replacement)
        const there = applyChanges(plan, changes)
        const back = there.ok ? applyChanges(there.value, invertChanges(changes)) : there
        expect(back.ok && canonicalize(recordsOf(back.value))).toBe(canonicalize(recordsOf(plan)))
      }),
    )
  })
})
