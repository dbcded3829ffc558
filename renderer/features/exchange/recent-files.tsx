import { useEffect, useState } from 'react'
import type { RecentFile } from '#shared/contract/exchange.ts'
import { api } from '../../api.ts'
import { showPlan } from '../../app/navigation.ts'
import { moment, words } from '../../app/words.ts'
import { useLibrary } from '../../stores/library.ts'
import './exchange.css'
import { senderName } from './signed.tsx'

/** Files received last, the newest first, each with the plan it went into. Read again when the library changes. */
export function RecentFiles() {
  const plans = useLibrary((library) => library.plans)
  const [files, setFiles] = useState<readonly RecentFile[]>([])
  useEffect(() => {
    let stale = false
    api()
      .exchange.recent()
      .then((read) => !stale && setFiles(read))
      // The plans themselves are listed above; without this list nothing is out of reach.
      .catch(() => {})
    return () => {
      stale = true
    }
  }, [plans])
  if (files.length === 0) return null
  return (
    <section className="recent-files">
      <h2>{words('recent.title')}</h2>
      <ul className="folder-files">
        {files.map(({ planId, title, fileName, sender, at, as }) => (
          <li key={`${planId} ${at} ${fileName}`}>
            <div>
              <button type="button" className="link" onClick={() => showPlan(planId)}>
                {title === '' ? words('plan.untitled') : title}
              </button>
              <small>{[fileName, senderName(sender), moment(at)].join(' · ')}</small>
            </div>
            <span>{words(`recent.as-${as}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
