import './guide.css'
import { useEffect, useRef, useState } from 'react'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { guidePages, guidePicture, pageAbout } from './guide-pages.ts'

/** The user's guide, open at the page about the view shown. */
export function GuideDialog({ onClose }: { readonly onClose: () => void }) {
  const [page, setPage] = useState(() => pageAbout(usePlace.getState().view))
  const list = useRef<HTMLElement>(null)
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), [])
  return (
    <Dialog title={words('guide.title')} closeLabel={words('dialog.close')} onClose={onClose} wide>
      <div className="guide">
        <nav ref={list} aria-label={words('guide.pages')}>
          {guidePages.map((one) => (
            <button key={one.name} type="button" aria-current={one === page ? 'page' : undefined} onClick={() => setPage(one)}>
              {one.title}
            </button>
          ))}
        </nav>
        {page !== undefined && (
          <ScrollRegion key={page.name} className="guide-page" label={page.title}>
            <Page text={page.text} picture={guidePicture} />
          </ScrollRegion>
        )}
      </div>
    </Dialog>
  )
}
