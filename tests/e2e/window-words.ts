import type { Page } from 'playwright-core'
import { fillSentence, type Values } from '#shared/locales/format.ts'
import { en, type WindowText } from '#shared/locales/window/en.ts'
import { es } from '#shared/locales/window/es.ts'
import { fr } from '#shared/locales/window/fr.ts'
import { pt } from '#shared/locales/window/pt.ts'
import type { Language } from '#shared/model/language.ts'

const catalogues: Readonly<Record<Language, Readonly<Record<WindowText, string>>>> = { en, es, fr, pt }

/** Looks texts up as the window says them in a language, for walks that are made in each. */
export const windowWords =
  (language: Language) =>
  (id: WindowText, values: Values = {}): string =>
    fillSentence(catalogues[language][id], values, language)

/**
 * What a person could neither see whole nor scroll to: buttons, fields and headings that stand outside the window or of a frame that cuts them
 * off, and lines that are wider than what holds them.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = 2
    const unseen = (element: Element): boolean => {
      for (let one: Element | null = element; one !== null; one = one.parentElement) {
        if (one.matches('[hidden], [inert], [aria-hidden=true]') || getComputedStyle(one).clipPath !== 'none') return true
      }
      return false
    }
    const scrolls = (style: CSSStyleDeclaration): boolean => /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)
    const describe = (element: Element, why: string): string =>
      `${why}: ${element.tagName.toLowerCase()}.${element.className} “${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 60)}”`
    const check = (element: Element): string[] => {
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      if (box.width === 0 || style.visibility === 'hidden' || unseen(element)) return []
      // A name that may be shortened says the whole of it in a tooltip.
      const shortened =
        style.textOverflow === 'ellipsis' || element.querySelector('[title]') !== null || element.closest('[title]') !== null
      const outgrown = style.overflowX === 'visible' && element.scrollWidth > element.clientWidth + 3 * room && element.clientWidth > 0
      if (element.matches('button, h1, h2, h3') && outgrown && !shortened) return [describe(element, 'outgrown')]
      for (let frame = element.parentElement; frame !== null; frame = frame.parentElement) {
        const within = getComputedStyle(frame)
        if (within.position === 'fixed' && frame.matches('[popover], .tour')) break
        if (frame === document.body) break
        if (scrolls(within)) return frame.clientHeight < 40 ? [describe(element, 'in a slit')] : []
        const edge = frame.getBoundingClientRect()
        const cuts = /hidden|clip/.test(`${within.overflowX} ${within.overflowY}`)
        const out =
          box.right > edge.right + room || box.bottom > edge.bottom + room || box.left < edge.left - room || box.top < edge.top - room
        if (cuts && out) return [describe(element, `cut by .${frame.className}`)]
      }
      const outside = box.right > innerWidth + room || box.bottom > innerHeight + room || box.left < -room || box.top < -room
      return outside ? [describe(element, 'outside the window')] : []
    }
    const wanted = 'button, input, select, textarea, a[href], h1, h2, h3, [role=option], [role=menuitem], [role=radio]'
    return Array.from(document.querySelectorAll(wanted)).flatMap(check)
  })
