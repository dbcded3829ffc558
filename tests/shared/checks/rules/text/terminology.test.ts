import { terminology } from '#shared/checks/rules/text/terminology.ts'
import type { Language } from '#shared/model/language.ts'
import { anActivity, aPlan, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const text = (words: string, language: Language = 'en') => aPlan({ language, sections: [aSection({ blocks: [words] })] })

testRule(terminology, {
  valid: {
    'official names': {
      plan: text(
        'The Committee on Migration Issues elects its Chair and Vice Chair; migrant workers; the Inter-American Council for Integral Development.',
      ),
    },
    'another body’s name': { plan: text('The Special Rapporteurship on Migratory Workers took part.') },
    'a state’s vice president': { plan: text('The Vice President of Guatemala and Vice President Kamala Harris spoke.') },
    'Spanish words in a Spanish plan': { plan: text('La Comisión de Asuntos Migratorios elige a su Vicepresidente.', 'es') },
    'another language’s terms': { plan: text('Comité de Asuntos Migratorios', 'en') },
  },
  invalid: {
    'an officer of the committee': {
      plan: aPlan({ activities: [anActivity({ items: ['Election of the Vice President'] })] }),
      findings: [
        {
          row: 1,
          severity: 'info',
          about: 'Vice Chair',
          written: 'Vice President',
          message: 'The official name is “Vice Chair”, not “Vice President”.',
          range: { start: 16, end: 30 },
          fixes: ['Write “Vice Chair”'],
          writes: 'Vice Chair',
        },
      ],
    },
    'the committee and the Council': {
      plan: text('The Committee on Migratory Issues reports to the Inter-American Council on Integral Development on migratory workers.'),
      findings: [
        { message: 'The official name is “Committee on Migration Issues”, not “Committee on Migratory Issues”.' },
        { message: 'The official name is “migrant workers”, not “migratory workers”.' },
        {
          message:
            'The official name is “Inter-American Council for Integral Development”, not “Inter-American Council on Integral Development”.',
        },
      ],
    },
    'in Spanish': {
      plan: text('El Comité de Asuntos Migratorios', 'es'),
      findings: [{ message: 'The official name is “Comisión de Asuntos Migratorios”, not “Comité de Asuntos Migratorios”.' }],
    },
    'in French': {
      plan: text('Le Comité des questions migratoires', 'fr'),
      findings: [{ message: 'The official name is “Commission des questions migratoires”, not “Comité des questions migratoires”.' }],
    },
    'in Portuguese': {
      plan: text('O Comitê de Assuntos Migratórios e o Conselho Interamericano para o Desenvolvimento Integral', 'pt'),
      findings: [
        { message: 'The official name is “Comissão de Assuntos Migratórios”, not “Comitê de Assuntos Migratórios”.' },
        {
          message:
            'The official name is “Conselho Interamericano de Desenvolvimento Integral”, not “Conselho Interamericano para o Desenvolvimento Integral”.',
        },
      ],
    },
  },
})
