import type { Section } from '#shared/model/section.ts'
import { words } from '../../app/words.ts'

/** What a section is called: its heading, else what it is. */
export const sectionName = ({ heading, kind }: Section): string => (heading === '' ? words(`section.${kind}`) : heading)
