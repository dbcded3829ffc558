import { finderOf, type Query } from '#shared/operations/matches.ts'
import { type Place, placeKey } from '#shared/operations/replace.ts'
import { columnOf } from './find.ts'

/** Elements that stand in a line of text and do not end it. */
const inLine = new Set(['SPAN', 'EM', 'B', 'I', 'MARK', 'A', 'BUTTON'])
/** Elements that are one text, though they stand in a line. */
const ownText = '.chip, .remark, .line-text'
/** Words of the window on the sheet, which are none of the plan's. */
const notThePlan =
  'sup, textarea, [hidden], .unseen, .add-here, .number, .marker, [role=columnheader], .block-actions, .entry-actions, .button, .example, .printed'

function textOf(node: Text): Element | null {
  let element = node.parentElement
  while (element !== null && inLine.has(element.tagName) && !element.matches(ownText)) element = element.parentElement
  return element
}

/** Where the query stands in what an element shows: a text may be cut by the marks of findings and still holds the words. */
function rangesIn(root: Element, find: ReturnType<typeof finderOf>): Range[] {
  const texts = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    if (!(node instanceof Text) || node.parentElement?.closest(notThePlan) !== null) continue
    const text = textOf(node)
    if (text === null) continue
    const nodes = texts.get(text)
    if (nodes === undefined) texts.set(text, [node])
    else nodes.push(node)
  }
  return Array.from(texts.values()).flatMap((nodes) =>
    find(nodes.map(({ data }) => data).join('')).flatMap(({ start, end }) => rangeOver(nodes, start, end) ?? []),
  )
}

function rangeOver(nodes: readonly Text[], start: number, end: number): Range | null {
  const range = document.createRange()
  let [from, begun] = [0, false]
  for (const node of nodes) {
    const to = from + node.length
    if (!begun && start < to) {
      range.setStart(node, start - from)
      begun = true
    }
    if (begun && end <= to) {
      range.setEnd(node, end - from)
      return range
    }
    from = to
  }
  return null
}

/** Selects the element that shows a place. */
function selectorOf(place: Place): string {
  const { type, record, entry } = place
  if (type === 'plan') return '.main .head'
  if (type === 'mandate') return '.mandate-entry[data-revealed]'
  if (type === 'section') return `[data-part="${entry ?? record}"]`
  const column = columnOf(place)
  return column === null ? '.side' : `[data-row="${record}"][data-column=${column}]`
}

/** The ranges that are a place, among those of the element that shows it; the whole element where what is shown is not what is stored. */
function rangesOfPlace(place: Place, places: readonly Place[], find: ReturnType<typeof finderOf>): Range[] {
  const selector = selectorOf(place)
  const element = document.querySelector(selector)
  if (element === null) return []
  const ranges = rangesIn(element, find)
  const here = places.filter((other) => other.record === place.record && selectorOf(other) === selector)
  const own = ranges[here.findIndex((other) => placeKey(other) === placeKey(place))]
  if (own !== undefined && here.length === ranges.length) return [own]
  if (ranges.length > 0) return ranges
  const whole = document.createRange()
  whole.selectNodeContents(element)
  return [whole]
}

const names = { all: 'found', current: 'found-now', filter: 'filtered' } as const

export function clearHighlights(): void {
  CSS.highlights.delete(names.all)
  CSS.highlights.delete(names.current)
  for (const field of document.querySelectorAll('[data-found]')) field.removeAttribute('data-found')
}

/** Marks every place that is on the screen, and the current one more strongly. Drawn by the browser over the text: nothing of the sheet changes. */
export function highlight(query: Query, places: readonly Place[], current: Place | null): void {
  const find = finderOf(query)
  const roots = Array.from(document.querySelectorAll('.main > .head h1, .main .sheet'))
  CSS.highlights.set(names.all, new Highlight(...roots.flatMap((root) => rangesIn(root, find))))
  const now = new Highlight(...(current === null ? [] : rangesOfPlace(current, places, find)))
  now.priority = 1
  CSS.highlights.set(names.current, now)
  // The browser draws no marks inside fields: the field itself is marked.
  const here = current === null ? null : document.querySelector(selectorOf(current))
  for (const field of document.querySelectorAll('.sheet textarea, .side textarea')) {
    const holds = field instanceof HTMLTextAreaElement && find(field.value).length > 0
    if (holds) field.setAttribute('data-found', here?.contains(field) === true ? 'now' : '')
    else field.removeAttribute('data-found')
  }
}

/** Marks in the rows of the calendar each of the words that it is filtered by; none when there are none. */
export function highlightFilter(words: readonly string[]): void {
  const rows = document.querySelector('.calendar')
  const ranges = words.flatMap((text) =>
    rows === null ? [] : rangesIn(rows, finderOf({ text, matchCase: false, wholeWords: false, foldAccents: true })),
  )
  CSS.highlights.set(names.filter, new Highlight(...ranges))
}

/** Brings the element that shows a place into view. */
export function bringIntoView(place: Place): void {
  const element = document.querySelector(selectorOf(place))
  if (element === null) return
  element.scrollIntoView({ block: 'nearest' })
  const [frame, box] = [element.closest('.sheet-scroll')?.getBoundingClientRect(), element.getBoundingClientRect()]
  // The heading of the table covers what lies under it.
  if (frame !== undefined && box.height < frame.height / 2 && box.top < frame.top + 60) element.scrollIntoView({ block: 'center' })
}
