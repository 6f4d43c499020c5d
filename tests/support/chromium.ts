import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
)

/** The browser of the tests: the one named, the one installed, or the one npm brought. Nothing is downloaded. */
export async function chromium(): Promise<{ executablePath: string; args: string[] }> {
  // Root and containers have no sandbox to give. Web security stays on, as in any browser.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
  const installed = [process.env.CHROMIUM_PATH, ...SYSTEM].find((path) => path && existsSync(path))
  return { executablePath: installed ?? (await fromNpm()), args }
}

/** Brings the libraries a bare machine lacks as well. The settings are read when the package is imported. */
async function fromNpm() {
  const folder = resolve('.cache/chromium')
  mkdirSync(folder, { recursive: true })
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  process.env.TMPDIR = folder
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  writeFileSync(resolve(folder, 'fonts/fonts.conf'), fontSettings(resolve(folder, 'fonts')))
  return executablePath
}

/** The package's own settings look for its fonts in /tmp; a Chromium that finds no font at all ends at the first input. */
const fontSettings = (folder: string) => {
  const folders = [folder, resolve('node_modules/@expo-google-fonts/tinos'), '/usr/share/fonts']
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.map((dir) => `<dir>${dir}</dir>`).join('')}<cachedir>${folder}/cache</cachedir></fontconfig>
`
}
