import { ipcRenderer } from 'electron'

/*
 * Runs isolated beside the page, before it. Exposes nothing: it hands the page one message port, over which the page speaks the contract.
 * The page listens for `window.postMessage('mandato:port', origin, [port])`. Its script is a module, so it has run, and listens, when the
 * document is complete; only then is the port asked for. A reload runs this again and gets a port of its own.
 */

ipcRenderer.once('mandato:port', (event) => window.postMessage('mandato:port', window.location.origin, [...event.ports]))

window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('mandato:connect'), { once: true })
