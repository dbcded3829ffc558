import { emptyItem } from '#shared/checks/rules/activity/empty-item.ts'
import { anActivity, anItem, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const numbered = (text: string) => anItem(text, { marker: 'number' })

testRule(emptyItem, {
  valid: {
    'numbered items with words': { plan: aPlan({ activities: [anActivity({ items: [numbered('Election'), numbered('Work plan')] })] }) },
    'a blank line without a number': { plan: aPlan({ activities: [anActivity({ items: ['Election', ''] })] }) },
  },
  invalid: {
    'a number before nothing': {
      plan: aPlan({ activities: [anActivity(), anActivity({ items: [numbered('Election'), numbered('  ')] })] }),
      findings: [{ row: 2, severity: 'warning', message: 'A numbered item is blank.', field: 'items', fixes: ['Remove the blank item'] }],
    },
    'a bullet before nothing': {
      plan: aPlan({ activities: [anActivity({ items: ['Thematic meeting', '· '] })] }),
      findings: [{ message: 'A bulleted item is blank.', fixes: ['Remove the blank item'] }],
    },
    'a blank number that sub-items hang on, without offering to remove it': {
      plan: aPlan({ activities: [anActivity({ items: [numbered(''), '· Migration and health'] })] }),
      findings: [{ message: 'A numbered item is blank.', fixes: [] }],
    },
  },
})
