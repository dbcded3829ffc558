import { describe, expect, it } from 'vitest'
import { announcedTopics } from '#shared/importing/topics.ts'
import { aBlock, aSection } from '../../builders/plan.ts'

const announcedIn = (...blocks: Parameters<typeof aBlock>[]): readonly string[] =>
  announcedTopics([aSection({ kind: 'introduction', blocks: blocks.map((parts) => aBlock(...parts)) })])

describe('topics that the introduction announces', () => {
  it('are the words in quotation marks', () => {
    expect(
      announcedIn([
        'Meetings will thus be held on: “Decent work for migrants”; “Ports and borders” (e.g., the southern coast); and “Figures” (including the yearly report).',
      ]),
    ).toEqual(['Decent work for migrants', 'Ports and borders', 'Figures'])
  })

  it.each([
    ['Se celebrarán reuniones sobre: “Trabajo decente”; y “Cifras” (incluido el informe).'],
    ['Por ello, las reuniones temáticas se realizarán sobre los siguientes temas: «Trabajo decente»; «Cifras».'],
    ['Des réunions se tiendront donc sur : « Trabajo decente » ; et « Cifras ».'],
    ['Serão realizadas reuniões sobre: "Trabajo decente"; e "Cifras".'],
    ['The Committee will hold thematic sessions on: Trabajo decente; and Cifras.'],
  ])('in the four languages: %s', (text) => {
    expect(announcedIn([text])).toEqual(['Trabajo decente', 'Cifras'])
  })

  it('are the list lines below the sentence', () => {
    const item = { kind: 'item', marker: 'bullet' } as const
    expect(
      announcedIn(
        ['The thematic meetings will address the following:'],
        ['Decent work;', item],
        ['“Figures” (with the report).', item],
        ['The Chair will report.'],
        ['Not a topic', item],
      ),
    ).toEqual(['Decent work', 'Figures'])
  })

  it('are none where no meeting is announced', () => {
    expect(announcedIn(['The plan sets forth actions on the following pending mandates:'], ['Recognition', { kind: 'item' }])).toEqual([])
    expect(announcedTopics([aSection({ kind: 'mandates', blocks: ['Meetings will be held on: “A thing”.'] })])).toEqual([])
  })
})

describe('topics in quotation marks that were never closed', () => {
  it('are taken as the line has them', () => {
    expect(announcedIn(['Meetings will be held on: “Decent work; Figures.'])).toEqual(['Decent work', 'Figures'])
  })
})
