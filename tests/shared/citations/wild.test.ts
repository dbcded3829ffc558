import { describe, expect, it } from 'vitest'
import { readCitations } from '#shared/citations/read.ts'

/** Spellings as hurried people, scanners and word processors leave them, in four languages, and the symbol that each means. */
const wild: readonly (readonly [string, string])[] = [
  // Organization of American States: marks, blanks, cases
  ['as asked by AG/RES 1480 XXVII-O/97 and since', 'AG/RES. 1480 (XXVII-O/97)'],
  ['AG/RES.2910(XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['ag/res. 2910 (xlvii-o/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG / RES. 2910 ( XLVII-O/17 )', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII – O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII—O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVIIO/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII-O-17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII/O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII-0/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII-017)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII-O/2017)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (47-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVll-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 291O (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII-O/17', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 XLVII-O/17), which', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 [XLVII-O/17]', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 ((XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. No. 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES, 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG\\RES. 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG-RES. 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG RES 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG.RES. 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RSE. 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES.\u00a02910\u2009(XLVII\u2011O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['the text of 2261(XXXVII-O/07)', 'AG/RES. 2261 (XXXVII-O/07)'],
  ['resolution 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 105 (O/72)', 'AG/RES. 105 (II-O/72)'],
  ['AG/ DEC. 88 (XLVI-0/16)', 'AG/DEC. 88 (XLVI-O/16)'],
  ['AG/DEC 88 (XLVI-O/16)', 'AG/DEC. 88 (XLVI-O/16)'],
  ['AG/RES. 2 (LI-E/16) Rev.2', 'AG/RES. 2 (LI-E/16) rev. 2'],
  ['CP/RES 760 1217/99', 'CP/RES. 760 (1217/99)'],
  ['CP/RES. 760 (1217/1999)', 'CP/RES. 760 (1217/99)'],
  ['CIM/RES 252 (XXXIV-0/08)', 'CIM/RES. 252 (XXXIV-O/08)'],
  ['CIDI/CAM/doc. 32/16 rev.1', 'CIDI/CAM/doc.32/16 rev. 1'],
  ['cidi/cam/doc.32/16 rev 1', 'CIDI/CAM/doc.32/16 rev. 1'],
  ['CIDI/ CAM/ doc 32/16, Rev. 1', 'CIDI/CAM/doc.32/16 rev. 1'],
  ['CIDI/CAM/DOC. 32/2016 rev. 1', 'CIDI/CAM/doc.32/16 rev. 1'],
  ['CE/AM/INF 23/08 corr.1', 'CE/AM/INF.23/08 corr. 1'],
  ['CE/AM – 7/08', 'CE/AM-7/08'],
  ['CAJP/GT/TM-15/04 rev.2', 'CAJP/GT/TM-15/04 rev. 2'],
  ['el párafo 34 de la resolución AG/RES 2955 (L-0/20)', 'AG/RES. 2955 (L-O/20)'],
  // United Nations: words
  ['resoluton 75/136', 'A/RES/75/136'],
  ['resolutoin 75/136', 'A/RES/75/136'],
  ['Genral Assembly resolution 75/136', 'A/RES/75/136'],
  ['Human Right Council resolution 23/17', 'A/HRC/RES/23/17'],
  ['Human Rights Counsil resolutions 23/17', 'A/HRC/RES/23/17'],
  ['Security Counsil resolution 2504 (2020)', 'S/RES/2504 (2020)'],
  ['Economic and Socal Council resolution 2013/40', 'E/RES/2013/40'],
  ['resolution 2504(2020)', 'S/RES/2504 (2020)'],
  ['resolution 217A(III)', 'A/RES/217 A (III)'],
  ['resolution 75/ 136', 'A/RES/75/136'],
  ['resolution 75/l36', 'A/RES/75/136'],
  ['desicion 74/544', 'A/DEC/74/544'],
  ['UNGA Res. 75/136', 'A/RES/75/136'],
  ['la resolucion 75/136', 'A/RES/75/136'],
  ['la resolusión 75/136', 'A/RES/75/136'],
  ['la resolución 41/8 del Consejo de Derechos Humano', 'A/HRC/RES/41/8'],
  ['resoluciones del Consejo de Seguridá 2504 (2020)', 'S/RES/2504 (2020)'],
  ['la resolución del Consejo Economico y Social 2013/40', 'E/RES/2013/40'],
  ['la resoltion 75/136', 'A/RES/75/136'],
  ['la resolution 41/8 du Conseil des droit de l’homme', 'A/HRC/RES/41/8'],
  ["la résolution 41/8 du Conceil des droits de l'homme", 'A/HRC/RES/41/8'],
  ['a resolucão 75/136', 'A/RES/75/136'],
  ['a resolução 41/8 do Conselho de Direitos Humano', 'A/HRC/RES/41/8'],
  ['a rezolução 75/136', 'A/RES/75/136'],
  // United Nations: symbols
  ['A/RES/75/ 136', 'A/RES/75/136'],
  ['A/RES 75/136', 'A/RES/75/136'],
  ['A/RES/75-136', 'A/RES/75/136'],
  ['A.RES/75/136', 'A/RES/75/136'],
  ['a/res/75/136', 'A/RES/75/136'],
  ['A/Res/75/136', 'A/RES/75/136'],
  ['A /RES/75/136', 'A/RES/75/136'],
  ['S/RES/2504(2020)', 'S/RES/2504 (2020)'],
  ['E/CN.9/2008/ 4', 'E/CN.9/2008/4'],
  ['A/75/427/add.1', 'A/75/427/Add.1'],
  ['A/75/427/Add. 1', 'A/75/427/Add.1'],
  ['A / 75 / 427', 'A/75/427'],
  ['A/75//427', 'A/75/427'],
  ['A/RES/75//136', 'A/RES/75/136'],
  ['A/RSE/75/136', 'A/RES/75/136'],
  ['A/RES75/136', 'A/RES/75/136'],
  ['ARES/75/136', 'A/RES/75/136'],
  ['A/HCR/RES/42/12', 'A/HRC/RES/42/12'],
  ['E/CN.4/1998/53Add.2', 'E/CN.4/1998/53/Add.2'],
  ['resolution75/136', 'A/RES/75/136'],
  ['resolution217 A (III)', 'A/RES/217 A (III)'],
  ['resol ution 75/136', 'A/RES/75/136'],
  ['esolution 75/136', 'A/RES/75/136'],
  ['resolution 75//136', 'A/RES/75/136'],
  ['Security Council resolution\n2504\n(2020)', 'S/RES/2504 (2020)'],
  // Organization of American States: letters
  ['AG/DCE. 88 (XLVI-O/16)', 'AG/DEC. 88 (XLVI-O/16)'],
  ['AG/REZ. 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/DEX. 88 (XLVI-O/16)', 'AG/DEC. 88 (XLVI-O/16)'],
  ['AG/R ES. 2910 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLV II-O/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII O 17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII-O/I7)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 2910 (XLVII/17)', 'AG/RES. 2910 (XLVII-O/17)'],
  ['AG/RES. 1939 (XXXXIII-O/13)', 'AG/RES. 1939 (XLIII-O/13)'],
  ['CIID/RES. 339 (LXXXII-O/19)', 'CIDI/RES. 339 (LXXXII-O/19)'],
  ['CIDI/RES. 2/1996', 'CIDI/RES. 2/96'],
  ['CIDI/CAM/dooc.32/16 rev. 1', 'CIDI/CAM/doc.32/16 rev. 1'],
  ['CIDI/CAM/doc.32/16rev.1', 'CIDI/CAM/doc.32/16 rev. 1'],
  ['CIDI/CAM/doc.32/16 ver. 1', 'CIDI/CAM/doc.32/16 rev. 1'],
  ['CE/AM/INF.23/08 cor. 1', 'CE/AM/INF.23/08 corr. 1'],
  ['CE/AM//INF.23/08', 'CE/AM/INF.23/08'],
  ['AG/doc.5240/12 ad. 1', 'AG/doc.5240/12 add. 1'],
  ['CE/AM-7/2008', 'CE/AM-7/08'],
  ['CP/REZ. 760 (1217/99)', 'CP/RES. 760 (1217/99)'],
]

describe('wild spellings', () => {
  const read = wild.map(([written, meant]) => ({ written, meant, found: readCitations(written) }))

  it('finds at least 97 of 100', () => {
    const missed = read.filter(({ found }) => found.length === 0).map(({ written }) => written)
    expect(missed.length / wild.length, missed.join('\n')).toBeLessThanOrEqual(0.03)
  })

  it('repairs at least 95 of 100 to the symbol that was meant, and to nothing besides', () => {
    const wrong = read
      .filter(({ meant, found }) => found.length !== 1 || found[0]?.canonical !== meant)
      .map(({ written, found }) => `${written} -> ${found.map((citation) => citation.canonical).join(' + ')}`)
    expect(wrong.length / wild.length, wrong.join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('covers more than sixty spellings', () => {
    expect(wild.length).toBeGreaterThanOrEqual(60)
  })
})
