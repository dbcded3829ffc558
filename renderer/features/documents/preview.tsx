import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { words } from '../../app/words.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { openPdf } from './open-pdf.ts'
import { PageView } from './page-view.tsx'
import { usePreview } from './preview-store.ts'

type Zoom = 'width' | 'page'

interface Opened {
  readonly document: PDFDocumentProxy
  readonly width: number
  readonly height: number
}

/** White around the pages, in pixels. */
const around = 48

/** The PDF itself, page below page, as wide as the room or with a whole page in view. */
export function Preview({ onAgain }: { readonly onAgain: () => void }) {
  const { state, share, bytes } = usePreview()
  const [zoom, setZoom] = useState<Zoom>('width')
  const [page, setPage] = useState(1)
  const scroll = useRef<HTMLDivElement>(null)
  const { opened, failed } = useOpened(bytes)
  const room = useRoom(scroll, opened !== null)
  if (state === 'failed' || failed)
    return (
      <EmptyState title={words('document.failed-title')} text={words('document.failed-text')}>
        <Button look="primary" onPress={onAgain}>
          {words('document.again')}
        </Button>
      </EmptyState>
    )
  if (opened === null)
    return (
      <div className="preview-waiting" aria-busy="true">
        <p id="preview-waiting">{words('document.working')}</p>
        <progress aria-labelledby="preview-waiting" value={share} />
      </div>
    )
  const { document, width, height } = opened
  const count = document.numPages
  const shownPage = Math.min(page, count)
  const wide = Math.max(0.2, (room.width - around) / width)
  const scale = zoom === 'width' ? Math.min(wide, 2) : Math.max(0.2, Math.min(wide, (room.height - around) / height))
  const goTo = (wanted: number) => {
    const number = Math.min(count, Math.max(1, wanted))
    setPage(number)
    scroll.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <div className="preview-bar" role="group" aria-label={words('document.tools')}>
        <IconButton
          icon="previous"
          label={words('document.previous-page')}
          isDisabled={shownPage === 1}
          onPress={() => goTo(shownPage - 1)}
        />
        <label>
          {words('document.page-field')}
          <input
            type="number"
            min={1}
            max={count}
            value={shownPage}
            onChange={(event) => event.target.value !== '' && goTo(Number(event.target.value))}
          />
        </label>
        <span>{words('document.of-pages', { count })}</span>
        <IconButton icon="next" label={words('document.next-page')} isDisabled={shownPage === count} onPress={() => goTo(shownPage + 1)} />
        <span className="preview-state" role="status">
          {state === 'working' ? words('document.updating') : ''}
        </span>
        <Segmented
          label={words('document.zoom')}
          choices={[
            { id: 'width', label: words('document.zoom-width') },
            { id: 'page', label: words('document.zoom-page') },
          ]}
          chosen={zoom}
          onChoose={setZoom}
        />
      </div>
      <div
        ref={scroll}
        className="preview-scroll"
        role="region"
        // What scrolls must be reached by key.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={words('document.preview', { count })}
        onScroll={() => setPage(pageInView(scroll.current) ?? shownPage)}
      >
        {room.width > 0 &&
          Array.from({ length: count }, (_, index) => (
            <PageView key={index} document={document} number={index + 1} count={count} width={width} height={height} scale={scale} />
          ))}
      </div>
    </>
  )
}

/** The number of the page at the middle of what is in view. */
function pageInView(scroll: HTMLElement | null): number | null {
  if (scroll === null) return null
  const { top, height } = scroll.getBoundingClientRect()
  const pages = [...scroll.querySelectorAll<HTMLElement>('[data-page]')]
  const at = pages.find((page) => page.getBoundingClientRect().bottom > top + height / 2)
  return at === undefined ? null : Number(at.dataset['page'])
}

/** The document of the bytes; the one before stays until the next is ready. */
function useOpened(bytes: Uint8Array<ArrayBuffer> | null): { readonly opened: Opened | null; readonly failed: boolean } {
  const [shown, setShown] = useState<{ readonly opened: Opened | null; readonly failed: boolean }>({ opened: null, failed: false })
  useEffect(() => {
    let gone = false
    let own: PDFDocumentProxy | null = null
    const open = async (): Promise<void> => {
      if (bytes === null) return setShown({ opened: null, failed: false })
      const document = await openPdf(bytes)
      own = document
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
      if (gone) void document.loadingTask.destroy()
      else setShown({ opened: { document, width, height }, failed: false })
    }
    open().catch((error: unknown) => {
      if (gone) return
      setShown({ opened: null, failed: true })
      reportError(error)
    })
    return () => {
      gone = true
      // Pages of the next document are painted first.
      setTimeout(() => void own?.loadingTask.destroy(), 2000)
    }
  }, [bytes])
  return shown
}

/** The room that pages have. */
function useRoom(scroll: RefObject<HTMLElement | null>, isThere: boolean): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const place = scroll.current
    if (place === null || !isThere) return
    const watcher = new ResizeObserver(() => setRoom({ width: place.clientWidth, height: place.clientHeight }))
    watcher.observe(place)
    return () => watcher.disconnect()
  }, [scroll, isThere])
  return room
}
