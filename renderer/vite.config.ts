import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The window as files that both shells serve: relative addresses, and nothing inlined that the content security policy would refuse. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
  },
})
