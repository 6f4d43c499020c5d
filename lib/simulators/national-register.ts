import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { checkContent } from './content-rules'
import type { Action, Group, Message } from './message-envelope'
import { groupsOf } from './message-envelope'
import { WireRefusal } from './wire-answer'

/** A person's file as the national database holds it. */
export type StoredFile = { key: string; action: Action; receivedAt: string; body: Group }

/** The files of the simulated national database, kept in a file of lines where one is named. */
export class NationalRegister {
  readonly #files = new Map<string, StoredFile>()

  constructor(private readonly path: string | null) {
    if (path === null || !existsSync(path)) return
    for (const line of readFileSync(path, 'utf8').split('\n')) if (line !== '') this.#remember(JSON.parse(line))
  }

  get files(): StoredFile[] {
    return [...this.#files.values()]
  }

  /** Applies one message whole, or throws the first fault and changes nothing. */
  apply(orgCode: string, message: Message, receivedAt: string): StoredFile {
    const key = `${orgCode}_${message.number}`
    const held = this.#files.get(key)
    if (message.action === 'ADD' && held) throw new WireRefusal(`Hồ sơ CBCCVC có số hiệu ${message.number} đã tồn tại!`)
    if (message.action !== 'ADD' && !held)
      throw new WireRefusal(`Hồ sơ CBCCVC có số hiệu ${message.number} không tồn tại!`)
    if (message.action !== 'DEL') checkContent(message.body)
    const file = {
      key,
      action: message.action,
      receivedAt,
      body: held ? merged(held.body, message.body) : message.body,
    }
    this.#remember(file)
    if (this.path !== null) {
      mkdirSync(dirname(this.path), { recursive: true })
      appendFileSync(this.path, `${JSON.stringify(file)}\n`)
    }
    return file
  }

  forget() {
    this.#files.clear()
    if (this.path !== null && existsSync(this.path)) writeFileSync(this.path, '')
  }

  #remember(file: StoredFile) {
    if (file.action === 'DEL') this.#files.delete(file.key)
    else this.#files.set(file.key, file)
  }
}

/** EDIT replaces what is present, whole lists too (`[]` empties one), and leaves what is absent. */
function merged(held: Group, sent: Group): Group {
  const groups = Object.fromEntries(groupsOf(sent).map(([name, part]) => [name, { ...(held[name] as Group), ...part }]))
  return { ...held, ...sent, ...groups }
}
