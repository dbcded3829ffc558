import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { takeFiles } from '../../stores/receiving.ts'

const accepted = ['.docx', '.html', '.htm', '.txt', '.md', '.mandato']

interface Props {
  readonly onChosen?: () => void
  readonly children: ReactNode
}

/** Makes its button ask for files to import. */
export function ChooseFiles({ onChosen, children }: Props) {
  const choose = (files: FileList | null) => {
    if (files === null || files.length === 0) return
    onChosen?.()
    void takeFiles([...files])
  }
  return (
    <FileTrigger acceptedFileTypes={accepted} allowsMultiple onSelect={choose}>
      {children}
    </FileTrigger>
  )
}
