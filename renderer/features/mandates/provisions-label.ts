const isNumber = (label: string): boolean => /^\d+$/.test(label)

/** Labels as a delegate reads them: `¶19–20, 33.A`, `Art. 58`. Numbers that follow one another become a range. */
export function provisionsLabel(labels: readonly string[]): string {
  const named = labels.filter((label) => !/^\d/.test(label)).map((label) => label.replace(/^Article /, 'Art. '))
  const numbered = labels.filter((label) => /^\d/.test(label))
  const parts: string[] = []
  for (let index = 0; index < numbered.length; ) {
    let end = index
    while (isNumber(numbered[end] ?? '') && Number(numbered[end + 1]) === Number(numbered[end]) + 1 && isNumber(numbered[end + 1] ?? ''))
      end++
    parts.push(end === index ? (numbered[index] ?? '') : `${numbered[index]}–${numbered[end]}`)
    index = end + 1
  }
  return [...(parts.length > 0 ? [`¶${parts.join(', ')}`] : []), ...named].join(' · ')
}
