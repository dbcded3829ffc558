import './page.css'
import { Keys } from './keys.tsx'
import { type PagePart, readPage, type Run } from './page-text.ts'

interface Props {
  /** The page as it is written, its title first. */
  readonly text: string
  /** Where a picture that the page names is; null for one that is not there. */
  readonly picture?: (file: string) => string | null
}

/** A page to read, of a rule or of the guide. */
export const Page = ({ text, picture = () => null }: Props) => (
  <div className="page">
    {readPage(text).map((part, index) => (
      // the parts of a page never change places
      <Part key={index} part={part} picture={picture} />
    ))}
  </div>
)

function Part({ part, picture }: { readonly part: PagePart; readonly picture: (file: string) => string | null }) {
  switch (part.kind) {
    case 'heading':
      return <h3>{part.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Runs runs={part.runs} />
        </p>
      )
    case 'picture': {
      const address = picture(part.file)
      return address === null ? null : <img src={address} alt={part.says} width={1280} height={800} />
    }
    case 'list':
    case 'steps': {
      const List = part.kind === 'list' ? 'ul' : 'ol'
      return (
        <List>
          {part.items.map((runs, index) => (
            <li key={index}>
              <Runs runs={runs} />
            </li>
          ))}
        </List>
      )
    }
  }
}

const Runs = ({ runs }: { readonly runs: readonly Run[] }) =>
  runs.map(({ kind, text }, index) => {
    if (kind === 'keys') return <Keys key={index} keys={text} />
    return kind === 'name' ? <b key={index}>{text}</b> : text
  })
