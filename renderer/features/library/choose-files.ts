import { takeFiles } from '../../stores/receiving.ts'

const accepted = ['.docx', '.html', '.htm', '.txt', '.md', '.mandato']

/** Asks in the system's dialog for files to import. */
export function chooseFiles(onChosen: () => void = () => {}): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = accepted.join(',')
  input.addEventListener('change', () => {
    if (input.files === null || input.files.length === 0) return
    onChosen()
    void takeFiles([...input.files])
  })
  input.click()
}
