import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { paragraph, text } from '#shared/documents/blocks.ts'
import { shippedFonts } from '../../../main/files/pdf/fonts.ts'
import { writePdf } from '../../../main/files/pdf/write-pdf.ts'
import { wholePhrases } from '../../../renderer/features/documents/whole-phrases.ts'
import { aDocument } from '../../builders/document.ts'

/** The stretches of a printed page as the preview lays them over it. */
async function stretchesOf(...runs: Parameters<typeof paragraph>[0][]): Promise<string[]> {
  const { bytes } = await writePdf(aDocument(runs.map((given) => paragraph(given))), { paper: 'a4', fonts: shippedFonts() })
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const { items } = await (await (await task.promise).getPage(1)).getTextContent()
  const stretches = wholePhrases(items).flatMap((item) => ('str' in item && item.str.trim() ? [item.str] : []))
  await task.destroy()
  return stretches
}

describe('the words over a page of the preview', () => {
  it('are whole where each character comes from a font of its own', async () => {
    const stretches = await stretchesOf('By 王晓明大使 today', '髙橋一郎（𠮷田﨑子）')
    expect(stretches).toContain('王晓明大使')
    expect(stretches).toContain('髙橋一郎（𠮷田﨑子）')
  })

  it('are parted between lines, and between types of two sizes', async () => {
    const stretches = await stretchesOf('王晓明\n大使', [text('王晓'), { kind: 'note', number: 1 }, text('明')])
    expect(stretches).toEqual(expect.arrayContaining(['王晓明', '大使', '王晓', '1', '明']))
  })

  it('stay as they are in Latin letters', async () => {
    expect(await stretchesOf([text('plain and '), text('bold', { bold: true })])).toEqual(expect.arrayContaining(['plain and', 'bold']))
  })
})
