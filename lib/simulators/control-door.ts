import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FaultQueue } from './fault-queue'
import { answerJson, readJson } from './http-exchange'
import type { MessageDesk } from './message-desk'
import type { NationalRegister } from './national-register'
import type { PopulationDesk } from './population-desk'
import type { UnitDesk } from './unit-desk'
import type { Sky } from './weather'

type Behind = {
  register: NationalRegister
  faults: FaultQueue
  messages: MessageDesk
  population: PopulationDesk
  sky: Sky
  units: UnitDesk
}

/** `/__sim/…`: what tests look at and turn. No counterpart has it. */
export function controlDoor({ register, faults, messages, population, sky, units }: Behind) {
  return async (path: string, request: IncomingMessage, response: ServerResponse) => {
    switch (`${request.method} ${path}`) {
      case 'GET /__sim/records':
        return answerJson(response, 200, register.files.map(underTheirNumber))
      case 'GET /__sim/requests':
        return answerJson(response, 200, messages.requests.map(underTheirNumber))
      case 'POST /__sim/reset':
        register.forget()
        messages.forget()
        faults.clear()
        return answerJson(response, 200, { ok: true })
      case 'PUT /__sim/units':
        units.tell((await readJson(request)) ?? {})
        return answerJson(response, 200, { ok: true })
      case 'PUT /__sim/weather':
        sky.turn((await readJson(request)) ?? {})
        return answerJson(response, 200, { ok: true })
      case 'PUT /__sim/population':
        population.tell((await readJson(request)) ?? {})
        return answerJson(response, 200, { ok: true })
      case 'DELETE /__sim/faults':
        faults.clear()
        return answerJson(response, 200, { ok: true })
      case 'POST /__sim/faults': {
        const complaint = faults.add((await readJson(request)) ?? {})
        return answerJson(response, complaint ? 400 : 200, complaint ? { ok: false, message: complaint } : { ok: true })
      }
      default:
        return answerJson(response, 404, { message: 'url not found', err_code: 1 })
    }
  }
}

/** One sender has one register here, so the door names a file by the person's number alone. */
const underTheirNumber = <File extends { key: string | null }>(file: File) => ({
  ...file,
  key: file.key?.replace(/^.*_/, '') ?? null,
})
