/** `npm start`: the whole product until it is told to stop. With `--dev`: the same with Next in development. */
import { existsSync } from 'node:fs'
import { announce } from './announce'
import { Interrupted } from './crew'
import { onEnd } from './endings'
import { Portal } from './portal'
import { readSettings } from './settings'
import { StartProblem } from './start-problem'

let portal: Portal | undefined
let ending: Promise<never> | undefined

onEnd(() => end(0))

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env, process.argv)
  portal = new Portal(settings, process.env, (line) => console.log(line))
  await portal.start()
  if (!ending) announce(portal)
  await portal.failure
} catch (error) {
  if (!(error instanceof Interrupted)) {
    console.error(sentence(error))
    await end(1)
  }
}

function end(code: number) {
  ending ??= (async () => {
    await portal?.stop()
    process.exit(code)
  })()
  return ending
}

function sentence(error: unknown) {
  if (error instanceof StartProblem) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') {
    return `${path} belongs to another user; start as that user, or remove it.`
  }
  return error
}
