import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Imported before anything that reads the environment: this file's own place for anchors and keys. */
process.env.DATA_FOLDER = mkdtempSync(join(tmpdir(), 'portal-data-'))
