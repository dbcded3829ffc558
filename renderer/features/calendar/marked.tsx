/** Text with a wavy line under some of its words: a stretch of it, or a phrase where it occurs. */
export function Marked({
  text,
  wrong,
}: {
  readonly text: string
  readonly wrong: { readonly start: number; readonly end: number } | string | null
}) {
  const start = typeof wrong === 'string' ? text.indexOf(wrong) : (wrong?.start ?? -1)
  const end = typeof wrong === 'string' ? start + wrong.length : (wrong?.end ?? -1)
  if (wrong === null || start < 0 || end <= start || end > text.length) return text
  return (
    <>
      {text.slice(0, start)}
      <span className="squiggle">{text.slice(start, end)}</span>
      {text.slice(end)}
    </>
  )
}
