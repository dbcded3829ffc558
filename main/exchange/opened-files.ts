/** Files that were opened with the program and wait until a window asks for them. Each is given out once. */
export interface OpenedFiles {
  readonly put: (file: File) => void
  readonly take: () => File[]
}

/** `onPut` says that a file waits. */
export function openedFiles(onPut: () => void): OpenedFiles {
  let waiting: File[] = []
  return {
    put(file) {
      waiting.push(file)
      onPut()
    },
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}
