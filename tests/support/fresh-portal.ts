/** The portal of the browser tests: started as everybody starts it, with a province of its own made anew. */
import { rmSync } from 'node:fs'

rmSync(process.env.DATA_FOLDER ?? '.cache/browser-tests', { recursive: true, force: true })
await import('@/lib/start/main')
