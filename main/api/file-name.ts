/** Characters that some platform does not take in a file's name, and those that cannot be seen. */
const unfit = /[\p{C}<>:"/\\|?*]+/gu

/** A file's name out of a title, fit for every platform: `Work plan of the CAM, 2020-2021.pdf`. */
export function fileName(title: string, ending: string): string {
  const fit = title
    .normalize('NFC')
    .replace(unfit, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${fit === '' ? 'Plan' : fit}.${ending}`
}
