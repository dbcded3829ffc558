import { titleOfPage } from '../../ui/page-text.ts'
import type { View } from '../../stores/place.ts'

interface GuidePage {
  readonly name: string
  readonly title: string
  readonly text: string
}

const folder = '../../../docs/guide'
const texts = import.meta.glob<string>('../../../docs/guide/[0-9]*.md', { query: '?raw', import: 'default', eager: true })
const pictures = import.meta.glob<string>('../../../docs/guide/pictures/*.png', { query: '?url', import: 'default', eager: true })

/** The guide as it stands in `docs/guide`, in order. */
export const guidePages: readonly GuidePage[] = Object.entries(texts)
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([path, text]) => ({ name: path.slice(folder.length + 1, -'.md'.length), title: titleOfPage(text), text }))

/** The address of a picture of the guide. */
export const guidePicture = (file: string): string | null => pictures[`${folder}/${file}`] ?? null

/** The page about a view, which is named like it; else the first. */
export const pageAbout = (view: View): GuidePage | undefined => guidePages.find(({ name }) => name.endsWith(`-${view}`)) ?? guidePages[0]
