/** Hands a file to the browser's own downloads, which ask or know where files go. */
export function download(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser has read it long before; until then the address must hold.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
