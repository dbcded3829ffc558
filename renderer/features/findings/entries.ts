import { isWaivable } from '#shared/checks/index.ts'
import { words } from '../../app/words.ts'
import { takeBackWaiver } from '../../stores/finding-edits.ts'
import { applyFix, type ShownFinding, useFindings } from '../../stores/findings.ts'
import { usePlan } from '../../stores/plan.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { openFindingsDialog } from './open-dialog.ts'

/** What can be written to settle a finding. */
export const fixEntries = ({ key, fixes, waiver }: ShownFinding): MenuEntry[] =>
  waiver === null ? fixes.map((fix, index) => ({ id: `${key} ${index}`, label: fix.label, run: () => applyFix(fix) })) : []

/** How many findings of a rule have a fix. */
export const fixableOf = (rule: string): number =>
  useFindings.getState().findings.filter((finding) => finding.rule === rule && finding.fixes.length > 0).length

/** What can be done about a finding and its rule, beside writing a fix. */
export function findingEntries(finding: ShownFinding): MenuEntry[] {
  const { key, rule, waiver } = finding
  const fixable = fixableOf(rule)
  return [
    ...(usePlan.getState().mode === 'delegation'
      ? // What is let stand is the Chair's to say.
        []
      : waiver !== null
        ? [{ id: `${key} back`, label: words('findings.take-back'), run: () => takeBackWaiver(finding) }]
        : isWaivable(finding)
          ? [{ id: `${key} waive`, label: words('findings.waive'), run: () => openFindingsDialog({ kind: 'waive', finding }) }]
          : []),
    ...(fixable > 1
      ? [
          {
            id: `${key} all`,
            label: words('findings.fix-all', { count: fixable }),
            run: () => openFindingsDialog({ kind: 'fix-all', rule }),
          },
        ]
      : []),
    { id: `${key} rule`, label: words('findings.about-rule'), detail: rule, run: () => openFindingsDialog({ kind: 'rule', rule }) },
  ]
}
