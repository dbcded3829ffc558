import { describe, expect, it } from 'vitest'
import { inferActivityKind } from '#shared/cells/activity-kind.ts'

describe('the kind of work that items say', () => {
  it.each([
    ['Election of the Vice President', 'election'],
    ['Nominations for Vice Chair', 'election'],
    ['Elección de la Vicepresidencia', 'election'],
    ['Consideration and adoption of the Work Plan 2017 – 2018', 'adoption'],
    ['Consideración y aprobación del Plan de Trabajo', 'adoption'],
    ['Thematic Meeting II: Ports', 'thematic-meeting'],
    ['Sesión temática', 'thematic-meeting'],
    ['Séance thématique', 'thematic-meeting'],
    ['Reunião temática', 'thematic-meeting'],
    ['Distribution by the Chair of paragraphs to be included in the draft resolution', 'distribution'],
    ['Negotiation of the draft resolution', 'negotiation'],
    ['Negociação dos parágrafos', 'negotiation'],
    ['Final consideration and approval of paragraphs', 'approval'],
    ['Aprobación de los párrafos', 'approval'],
    ['Presentation/approval of material to disseminate on social networks', 'dissemination'],
    ['Launch of the 2017 report', 'other'],
  ])('%s: %s', (text, kind) => {
    expect(inferActivityKind([{ text }])).toBe(kind)
  })

  it('is that of the first item that says one', () => {
    expect(inferActivityKind([{ text: 'Opening' }, { text: 'Election of the Chair' }, { text: 'Thematic meeting' }])).toBe('election')
    expect(inferActivityKind([])).toBe('other')
  })
})
