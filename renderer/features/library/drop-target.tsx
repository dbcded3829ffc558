import { useEffect, useState } from 'react'
import { words } from '../../app/words.ts'
import { takeFiles } from '../../stores/receiving.ts'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Files dropped anywhere on the window are shown for import. The veil says so while they hover. */
export function DropTarget() {
  const [hovering, setHovering] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setHovering(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setHovering(false)
      void takeFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return hovering ? (
    <div className="drop-target">
      <p>{words('library.drop-here')}</p>
    </div>
  ) : null
}
