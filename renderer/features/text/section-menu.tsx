import type { Section } from '#shared/model/section.ts'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { IconButton } from '../../ui/button.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { sectionName } from './section-name.ts'
import { canMove, moveSection, removeSection } from './sections.ts'

/** What can be done with a section as a whole. */
export function SectionMenu({ section }: { readonly section: Section }) {
  usePlan(({ plan }) => plan?.sections)
  const label = words('text.section-menu', { heading: sectionName(section) })
  const now = () => usePlan.getState().plan?.sections.find(({ id }) => id === section.id) ?? section
  return (
    <MenuButton
      label={label}
      groups={[
        {
          id: 'move',
          entries: [
            { id: 'up', label: words('text.section-up'), disabled: !canMove(section, -1), run: () => moveSection(now(), -1) },
            { id: 'down', label: words('text.section-down'), disabled: !canMove(section, 1), run: () => moveSection(now(), 1) },
          ],
        },
        { id: 'remove', entries: [{ id: 'remove', label: words('text.section-remove'), run: () => void removeSection(now()) }] },
      ]}
    >
      <IconButton icon="more" label={label} />
    </MenuButton>
  )
}
