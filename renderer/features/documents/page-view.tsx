import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { words } from '../../app/words.ts'
import { textLayer } from './open-pdf.ts'
import { wholePhrases } from './whole-phrases.ts'

interface Props {
  readonly document: PDFDocumentProxy
  /** From 1. */
  readonly number: number
  readonly count: number
  /** Of the page, in points. */
  readonly width: number
  readonly height: number
  /** Window pixels for a point. */
  readonly scale: number
}

/** One page of the preview: painted while it is near what is in view, with its words laid over it. */
export function PageView({ document, number, count, width, height, scale }: Props) {
  const holder = useRef<HTMLElement>(null)
  const near = useIsNear(holder)
  useEffect(() => {
    const place = holder.current
    if (place === null || !near) return
    let gone = false
    const end = paintPage(document, number, scale, () => gone, place)
    return () => {
      gone = true
      end()
    }
  }, [document, number, scale, near])
  return (
    <section
      ref={holder}
      className="preview-page"
      aria-label={words('document.page', { page: number, count })}
      data-page={number}
      style={{ width: Math.floor(width * scale), height: Math.floor(height * scale) }}
    />
  )
}

/** Paints a page beside what is shown and then puts it in its place, so that nothing flickers while a plan is edited. Gives what stops it. */
function paintPage(document: PDFDocumentProxy, number: number, scale: number, isGone: () => boolean, place: HTMLElement): () => void {
  let stop = () => {}
  const paint = async (): Promise<void> => {
    const page: PDFPageProxy = await document.getPage(number)
    if (isGone()) return
    const viewport = page.getViewport({ scale })
    const ratio = Math.min(window.devicePixelRatio, 2)
    const canvas = window.document.createElement('canvas')
    canvas.width = Math.floor(viewport.width * ratio)
    canvas.height = Math.floor(viewport.height * ratio)
    canvas.setAttribute('aria-hidden', 'true')
    const task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] })
    stop = () => task.cancel()
    await task.promise
    const container = window.document.createElement('div')
    container.className = 'preview-text'
    container.style.setProperty('--total-scale-factor', String(scale))
    const Layer = await textLayer()
    const content = await page.getTextContent()
    if (isGone()) return
    const layer = new Layer({ textContentSource: { ...content, items: wholePhrases(content.items) }, container, viewport })
    stop = () => layer.cancel()
    await layer.render()
    if (isGone()) return
    place.replaceChildren(canvas, container)
    place.dataset['painted'] = ''
  }
  // A page that is painted no longer, or whose document was closed, ends with an exception that tells nothing.
  paint().catch((error: unknown) => {
    if (!isGone()) reportError(error)
  })
  return () => stop()
}

/** Whether an element is in view or nearly so. */
function useIsNear(holder: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const place = holder.current
    if (place === null) return
    const watcher = new IntersectionObserver(
      ([entry]) => {
        const isNear = entry?.isIntersecting === true
        setNear(isNear)
        if (!isNear) place.replaceChildren()
      },
      { root: place.closest('.preview-scroll'), rootMargin: '120% 0px' },
    )
    watcher.observe(place)
    return () => watcher.disconnect()
  }, [holder])
  return near
}
