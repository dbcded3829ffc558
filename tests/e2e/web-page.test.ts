import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOut, layouts } from '#shared/documents/layouts.ts'
import { languages } from '#shared/model/language.ts'
import { writeHtml } from '../../main/files/html/write-html.ts'
import { samplePlan, sampleRegister } from '../shared/documents/sample-plan.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'

describe('a plan written as a web page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const cases = layouts.map((layout, index) => [layout, languages[index % languages.length] ?? 'en'] as const)

  it.each(cases)('axe finds nothing and nothing stands beside the page: %s, %s', async (layout, language) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [1000, 'dark'],
      [360, 'light'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
      try {
        await page.setContent(writeHtml(layOut(samplePlan(), layout, { language, register: sampleRegister() })))
        expect(await violations(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        expect(background).toBe(colorScheme === 'dark' ? 'rgb(23, 24, 26)' : 'rgb(255, 255, 255)')
      } finally {
        await page.close()
      }
    }
  })
})
