/** Whether an address may become a link: a text must not start programs or read files. */
export const isSafeLink = (href: string): boolean => /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])/i.test(href)

/** Whether an address begins as one that may become a link does, whatever comes after: for those that stand in a document already. */
export const hasSafeScheme = (address: string): boolean => /^(?:https?|mailto):/i.test(address)

/** The address that somebody typed or that stands in a page; null for one that leads nowhere we go. */
export function readLink(typed: string): string | null {
  const address = typed.trim()
  if (address === '' || /\s/.test(address)) return null
  if (isSafeLink(address)) return address
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#].*)?$/u.test(address) ? `https://${address}` : null
}
