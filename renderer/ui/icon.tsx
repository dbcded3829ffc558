/** Line drawings on a 24-unit grid, stroked in the colour of the text around them. */
const paths = {
  calendar: 'M3 5h18v16H3zM3 10h18M8 2v4M16 2v4',
  text: 'M4 5h16M4 10h16M4 15h10M4 20h7',
  mandates: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  coverage: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  document: 'M6 3h9l4 4v14H6zM14 3v5h5M9 17h7M9 14h7M9 11h3',
  proposals: 'M4 4h16v12h-9l-5 4v-4H4zM8 8.5h8M8 12h5',
  revisions: 'M7 3h8l4 4v10H7zM15 3v4h4M4 7v14h11',
  history: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 3',
  plans: 'M3 6h6l2 2h10v11H3z',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  undo: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M16 5l4 4l-4 4M20 9H10a6 6 0 0 0 0 12h3',
  add: 'M12 5v14M5 12h14',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6l6-6',
  up: 'M6 15l6-6l6 6',
  check: 'M4 12.5l5 5L20 6.5',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  export: 'M12 3v12M7 8l5-5l5 5M4 15v6h16v-6',
  import: 'M12 3v12M7 10l5 5l5-5M4 15v6h16v-6',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M17 14h.01M7 14h.01M10 14h4',
  light: 'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M19 5l-1.5 1.5M6.5 17.5L5 19',
  panel: 'M3 4h18v16H3zM15 4v16',
  warning: 'M12 4L2.5 20h19zM12 10v5M12 17.5h.01',
  filter: 'M4 5h16l-6.5 8v6l-3-2v-4z',
  previous: 'M15 6l-6 6l6 6',
  next: 'M9 6l6 6l-6 6',
  heading: 'M6 4v16M18 4v16M6 12h12',
  subheading: 'M5 7v13M14 7v13M5 13.5h9M18 15h3v5h-3',
  quotation: 'M9 7H5v5h4V7v5c0 3-1.5 4.5-4 5M19 7h-4v5h4V7v5c0 3-1.5 4.5-4 5',
  bold: 'M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7z',
  italic: 'M10 4h8M6 20h8M14 4l-4 16',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  bullets: 'M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01',
  numbers: 'M10 6h11M10 12h11M10 18h11M4 4l1.5-.7V9M3.5 15.5c0-2 3-2 3-.2c0 1.2-3 2.2-3 4.2h3.2',
  letters: 'M11 6h10M11 12h10M11 18h10M2.5 10l2.7-7l2.7 7M3.5 7.5h3.5M3.5 14v7M3.5 17.5a2 2 0 1 1 0 2',
  inward: 'M11 6h10M11 12h10M11 18h10M3 8l4 4l-4 4',
  outward: 'M11 6h10M11 12h10M11 18h10M7 8l-4 4l4 4',
  footnote: 'M3 19l5-13l5 13M5 14h6M18 4v7M16 5.5l2-1.5',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L21 21',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d={paths[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
