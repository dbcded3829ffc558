import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './app/tokens.css'
import './app/base.css'
import { createRoot } from 'react-dom/client'
import { connect } from './api.ts'
import { App } from './app/app.tsx'
import { start } from './app/start.ts'
import { useConnection } from './stores/connection.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root.')

connect((state) => useConnection.setState({ state }))
createRoot(root).render(<App />)
void start()
