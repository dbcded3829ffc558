/** One line of a bench: our figure beside the peer's, measured in the same run. */
export interface BenchRow {
  /** What was done: "check a whole plan". */
  readonly work: string
  /** How much of it: "1,000 activities". */
  readonly size: string
  /** Our figure, in `unit`. */
  readonly ours: number
  /** The peer's figure; null when it was not measured, with the reason in `peerName`. */
  readonly peer: number | null
  /** Who the peer is, or why it was skipped. */
  readonly peerName: string
  readonly unit: 'ms' | 'µs' | 'MB/s' | 'per second' | 'MB'
}

/** Milliseconds that some work took: the median of `times` runs after one to warm up. */
export async function median(times: number, work: () => unknown): Promise<number> {
  await work()
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const from = performance.now()
    await work()
    taken.push(performance.now() - from)
  }
  return percentile(taken, 0.5)
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** The rows as a table in plain text. The ratio is ours to the peer's. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = [
    ['work', 'size', 'ours', 'peer', 'ratio', 'peer is'],
    ...rows.map(({ work, size, ours, peer, peerName, unit }) => [
      work,
      size,
      `${figure(ours)} ${unit}`,
      peer === null ? '-' : `${figure(peer)} ${unit}`,
      peer === null ? '-' : figure(ours / peer),
      peerName,
    ]),
  ]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
