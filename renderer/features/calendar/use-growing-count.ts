import { useEffect, useState } from 'react'

const first = 60
const step = 120

/** How many rows of a long table to draw: a screenful at once, the rest a little at a time while nothing else happens. */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(first)
  const short = count < total
  useEffect(() => {
    if (!short) return
    const call = requestIdleCallback(() => setCount(count + step), { timeout: 200 })
    return () => cancelIdleCallback(call)
  }, [count, short])
  return Math.min(count, total)
}
