import './about.css'
import { useEffect, useState } from 'react'
import type { Licence } from '#shared/contract/licences.ts'
import { api } from '../../api.ts'
import { words } from '../../app/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

interface Program {
  readonly version: string
  readonly storePath: string
  readonly licences: readonly Licence[]
}

const ask = async (): Promise<Program> => {
  const [{ version, storePath }, licences] = await Promise.all([api().app.info(), api().app.licences()])
  return { version, storePath, licences }
}

/** Which program this is, where it keeps the plans, and the licences of everything that ships with it. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const [program, setProgram] = useState<Program | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    ask().then(setProgram, () => setFailed(true))
  }, [])
  return (
    <Dialog title={words('about.title')} closeLabel={words('dialog.close')} onClose={onClose} wide>
      <div className="about">
        {failed && <p role="alert">{words('about.failed')}</p>}
        {program !== null && (
          <>
            <p>
              <b>{words('about.version', { version: program.version })}</b>
              <br />
              {words('status.store', { path: program.storePath })}
            </p>
            <h3 id="about-licences">{words('about.licences', { count: program.licences.length })}</h3>
            {program.licences.length === 0 ? <p>{words('about.from-sources')}</p> : <Licences licences={program.licences} />}
          </>
        )}
      </div>
    </Dialog>
  )
}

const Licences = ({ licences }: { readonly licences: readonly Licence[] }) => (
  <ScrollRegion className="about-licences" label={words('about.licences', { count: licences.length })}>
    {licences.map(({ name, version, kind, address, text }) => (
      <details key={`${name} ${version}`}>
        <summary>
          <span className="about-name">{name}</span> <span>{version}</span> <span>{kind}</span>
        </summary>
        {address !== '' && <p>{address}</p>}
        <pre>{text}</pre>
      </details>
    ))}
  </ScrollRegion>
)
