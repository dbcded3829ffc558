/** The look of a written page: of paper in light and dark, of a table on a wide screen and of cards on a telephone. */
const sheet = `
:root { color-scheme: light dark; --text: #111; --soft: #3d3d3d; --hair: #8a8a8a; --shade: #f3f3f1; --paper: #fff; --link: #1a4a8a;
  --inserted: #1f5f3a; --struck: #8a2b22 }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececec; --soft: #c4c4c4; --hair: #777; --shade: #26282b; --paper: #17181a; --link: #9cc3ff;
    --inserted: #86d6a5; --struck: #f2a39b }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem; background: var(--paper); color: var(--text);
  font: 1rem/1.45 'Source Serif 4', Cambria, Georgia, serif; overflow-wrap: break-word }
body.wide { max-width: 80rem }
h1 { margin: 2rem 0 .4rem; font-size: 1.4rem; line-height: 1.3; text-align: center; letter-spacing: .02em }
h2 { margin: 2rem 0 .6rem; font-size: 1.15rem; line-height: 1.3 }
h3 { margin: 1.15rem 0 .35rem; font-size: 1.07rem; line-height: 1.35 }
h4, .label { margin: 1rem 0 .3rem; font-size: 1em; font-weight: bold }
h5 { margin: .9rem 0 .25rem; font-size: .93rem; letter-spacing: .015em; color: var(--soft) }
h6 { margin: .8rem 0 .2rem; font-size: .87rem; color: var(--soft) }
:is(th, td) > .label:first-child { margin-top: 0 }
p { margin: 0 0 .7rem }
a { color: var(--link) }
ins { color: var(--inserted) }
del { color: var(--struck) }
.masthead { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; padding-bottom: .6rem;
  border-bottom: 2px solid var(--text) }
.masthead p { margin: 0; font-size: .9rem; color: var(--soft) }
.masthead .masthead-body { font-size: 1.05rem; font-weight: bold; color: var(--text) }
.masthead .paper { text-align: right }
.subtitle { text-align: center; color: var(--soft); font-size: .9rem }
.detail { font-size: .9em; color: var(--soft) }
.quotation { margin: 0 0 .6rem; padding-left: 1.25rem; font-size: .9em; color: var(--soft) }
:is(p, .detail):has(+ .detail) { margin-bottom: 0 }
ol, ul { margin: 0 0 .7rem; padding-left: 1.6rem }
li > ol, li > ul { margin-bottom: 0 }
li { margin-bottom: .25rem }
li > p { margin-bottom: .2rem }
li[dir=rtl] { margin-right: 1.4rem }
ul.dash { list-style-type: '– ' }
ul.point { list-style-type: '· ' }
.bare { list-style-type: none }
table { width: 100%; border-collapse: collapse; margin: 1rem 0 }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
th { text-align: start; vertical-align: top; font-weight: inherit }
td { vertical-align: top }
thead th { padding: .4rem .6rem; font-size: .8rem; font-weight: bold; letter-spacing: .06em }
.ruled thead th { border-top: 1px solid var(--text); border-bottom: 2px solid var(--text) }
.ruled tbody :is(th, td) { padding: .6rem .6rem .3rem; border-bottom: 1px solid var(--hair) }
.ruled :is(th, td):first-child { padding-left: 0 }
.ruled :is(th, td):last-child { padding-right: 0 }
.ruled ol, .ruled ul { padding-left: 1.4rem }
.scroll { overflow-x: auto }
.grid { min-width: 44rem; table-layout: fixed; font-size: .8rem }
.grid :is(th, td) { padding: .25rem .35rem; border: 1px solid var(--hair) }
.grid td { height: 3.2rem }
.grid p, .grid ol, .grid ul { margin-bottom: .2rem }
.grid ol, .grid ul { padding-left: 1.1rem }
.grid .label { margin: 0 0 .2rem }
.matrix td { height: auto }
.muted { background: var(--shade); print-color-adjust: exact }
.notes { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--hair); font-size: .85rem }
.notes p { margin-bottom: .35rem }
sup { line-height: 0; font-weight: normal; unicode-bidi: isolate }
@media (max-width: 40rem) {
  body { padding: 1rem .9rem 3rem }
  .masthead .paper { text-align: left }
  .ruled, .ruled :is(tbody, tr, th, td) { display: block }
  .ruled thead { position: absolute; clip-path: inset(50%) }
  .ruled tr { padding: .7rem 0; border-bottom: 1px solid var(--hair) }
  .ruled tbody :is(th, td) { padding: 0; border: 0 }
  .ruled tbody td:not(:empty) { margin-top: .45rem }
}
@media print {
  :root { --text: #000; --soft: #333; --hair: #888; --shade: #f3f3f1; --paper: #fff; --link: #1a4a8a;
    --inserted: #1f5f3a; --struck: #8a2b22 }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  h1, h2, h3, .label, .leads { break-after: avoid }
  thead { display: table-header-group }
  tr, .notes p { break-inside: avoid }
  .grid { min-width: 0; font-size: 8pt }
  .new-page { break-before: page }
}
`

/** A text inside a style: quoted, with everything that could end it taken away. */
const quoted = (words: string): string => `"${words.replace(/[\\"<>\n]/g, ' ')}"`

/** The style of a page, with what stands at the foot of each printed sheet. `pageWords`: what stands before, between and after the counts. */
export const styleOf = (footer: string, pageWords: readonly [string, string, string], orientation: 'portrait' | 'landscape'): string => {
  const [before, between, after] = pageWords.map(quoted)
  const counted = `${before} counter(page) ${between} counter(pages) ${after}`
  const size = orientation === 'landscape' ? ' size: landscape;' : ''
  return `${sheet}@page { margin: 2.2cm 2cm;${size} @bottom-left { content: ${quoted(footer)}; font-size: 8.5pt } @bottom-right { content: ${counted}; font-size: 8.5pt } }
`
}
