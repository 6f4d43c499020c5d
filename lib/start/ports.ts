import { setTimeout as pause } from 'node:timers/promises'
import { listenOnce } from './free-port'
import { StartProblem } from './start-problem'

/** Refuses a port that somebody else has. After a killed start its processes get a moment to leave theirs. */
export async function requirePort(port: number, name: string, patient: boolean): Promise<void> {
  for (let tries = patient ? 40 : 0; ; tries--) {
    try {
      await listenOnce(port)
      return
    } catch (error) {
      if (tries <= 0) throw problem(error as NodeJS.ErrnoException, port, name)
      await pause(250)
    }
  }
}

function problem({ code }: NodeJS.ErrnoException, port: number, name: string) {
  if (code === 'EADDRINUSE') {
    return new StartProblem(`Port ${port} is taken by another program; choose another with ${name}=${port + 1}.`)
  }
  return new StartProblem(`Port ${port} cannot be used (${code}); choose another with ${name}=3000.`)
}
