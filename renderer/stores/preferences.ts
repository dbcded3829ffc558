import { create } from 'zustand'
import { type Paper, paper as papers, orientation as orientations } from '#shared/contract/documents.ts'
import { type Layout, layouts } from '#shared/documents/layout-names.ts'
import { type Language, language as languageSchema } from '#shared/model/language.ts'

export type Theme = 'system' | 'light' | 'dark'

/** The ways in which the rows of a calendar can be looked at. */
export const calendarShapes = ['table', 'month', 'agenda'] as const
export type CalendarShape = (typeof calendarShapes)[number]

/** How a plan is laid out as a document. */
export interface KeptDocument {
  readonly layout: Layout
  readonly paper: Paper
  /** Null: as the layout has it. */
  readonly orientation: 'portrait' | 'landscape' | null
  /** Null: the plan's own. */
  readonly language: Language | null
}

/** How this person likes the window. Kept by the browser: it is about the screen, not about any plan. */
export interface Preferences {
  readonly theme: Theme
  /** The language of the window; null: as the system. */
  readonly language: Language | null
  readonly findingsOpen: boolean
  readonly findingsHeight: number
  readonly detailsOpen: boolean
  readonly detailsWidth: number
  /** Plans that stand as tabs, in order, and the one shown last. */
  readonly tabs: readonly string[]
  readonly lastPlan: string | null
  /** How the calendars of plans are looked at, by plan; the table where none stands. */
  readonly shapes: Readonly<Record<string, CalendarShape>>
  /** How plans are laid out as documents, by plan; as usual where none stands. */
  readonly documents: Readonly<Record<string, KeptDocument>>
  /** Whether the tour of the window was shown. */
  readonly tourSeen: boolean
}

const key = 'mandato-preferences'
const aYear = 365 * 24 * 60 * 60

/**
 * Storage belongs to an origin, and the loopback shell has another one at every start: its port is random. A cookie belongs to the host
 * whatever the port, so there it is one.
 */
const keeper = location.protocol.startsWith('http')
  ? {
      read: () => {
        const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${key}=`))
        return cookie === undefined ? null : decodeURIComponent(cookie.slice(key.length + 1))
      },
      write: (text: string) => {
        document.cookie = `${key}=${encodeURIComponent(text)}; path=/; max-age=${aYear}; samesite=strict`
      },
    }
  : { read: () => localStorage.getItem(key), write: (text: string) => localStorage.setItem(key, text) }

/** Tabs, and plans looked at in another way than as a table, beyond this many are let go, the oldest first: a cookie has little room. */
const mostTabs = 20

const defaults: Preferences = {
  theme: 'system',
  language: null,
  findingsOpen: true,
  findingsHeight: 176,
  detailsOpen: true,
  detailsWidth: 316,
  tabs: [],
  lastPlan: null,
  shapes: {},
  documents: {},
  tourSeen: false,
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const readShapes = (kept: Record<string, unknown>): Preferences['shapes'] =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([planId, kind]) => {
      const shape = calendarShapes.find((known) => known === kind)
      return shape === undefined ? [] : [[planId, shape]]
    }),
  )

/** Documents whose looks are remembered. */
const mostDocuments = 8

/** In as few letters as can be: a cookie has little room. */
const keptDocument = ({ layout, paper, orientation, language }: KeptDocument): string =>
  [layout, paper, orientation ?? '', language ?? ''].join('.')

const readDocuments = (kept: Record<string, unknown>): Preferences['documents'] =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([planId, words]): [string, KeptDocument][] => {
      const [name, paper, orientation, language] = typeof words === 'string' ? words.split('.') : []
      const layout = layouts.find((known) => known === name)
      const sheet = papers.safeParse(paper).data
      if (layout === undefined || sheet === undefined) return []
      const kept = {
        orientation: orientations.safeParse(orientation).data ?? null,
        language: languageSchema.safeParse(language).data ?? null,
      }
      return [[planId, { layout, paper: sheet, ...kept }]]
    }),
  )

/** What was kept, field by field; anything missing or of another type falls back to the default. */
function read(): Preferences {
  let kept: unknown = null
  try {
    kept = JSON.parse(keeper.read() ?? 'null')
  } catch {
    return defaults
  }
  if (!isRecord(kept)) return defaults
  const { theme, language, findingsOpen, findingsHeight, detailsOpen, detailsWidth, tabs, lastPlan, shapes, documents, tourSeen } = kept
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : defaults.theme,
    language: languageSchema.safeParse(language).data ?? null,
    findingsOpen: typeof findingsOpen === 'boolean' ? findingsOpen : defaults.findingsOpen,
    findingsHeight: typeof findingsHeight === 'number' ? findingsHeight : defaults.findingsHeight,
    detailsOpen: typeof detailsOpen === 'boolean' ? detailsOpen : defaults.detailsOpen,
    detailsWidth: typeof detailsWidth === 'number' ? detailsWidth : defaults.detailsWidth,
    tabs: Array.isArray(tabs) ? tabs.filter((tab): tab is string => typeof tab === 'string') : defaults.tabs,
    lastPlan: typeof lastPlan === 'string' ? lastPlan : null,
    shapes: isRecord(shapes) ? readShapes(shapes) : defaults.shapes,
    documents: isRecord(documents) ? readDocuments(documents) : defaults.documents,
    tourSeen: tourSeen === true,
  }
}

export const usePreferences = create<Preferences>(() => read())

/** The first of the system's languages that the window speaks, else English. */
const systemLanguage: Language =
  navigator.languages.map((tag) => languageSchema.safeParse(tag.slice(0, 2)).data).find((spoken) => spoken !== undefined) ?? 'en'

export const languageOf = ({ language }: Preferences): Language => language ?? systemLanguage

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  try {
    const { tabs, shapes, documents, ...rest } = usePreferences.getState()
    const lastShapes = Object.fromEntries(Object.entries(shapes).slice(-mostTabs))
    const lastDocuments = Object.fromEntries(
      Object.entries(documents)
        .slice(-mostDocuments)
        .map(([planId, kept]) => [planId, keptDocument(kept)]),
    )
    keeper.write(JSON.stringify({ ...rest, tabs: tabs.slice(-mostTabs), shapes: lastShapes, documents: lastDocuments }))
  } catch {
    // Storage that is full or switched off: the preference holds until the window closes.
  }
}
