import { ToolProblem } from './tool-problem'

/** What one asks of the VGCA Sign Service, one connection a question. */
export type ToolPath = '/SignApproved' | '/SignIssued' | '/GetCertInfo'
export type ToolAnswer = { status: number; message: string; rest: Record<string, unknown> }

/** The message by which the tool fetches a file, has it signed and brings it back. All values are text in its protocol. */
export const signingMessage = ({ source, upload }: { source: string; upload: string }) => ({
  FileUploadHandler: upload,
  SessionId: '',
  JWTToken: '',
  FileName: source,
  DocNumber: '',
  IssuedDate: '',
  MetaData: [],
})

/**
 * Asks the tool on the signer's own machine: opens a socket, sends one message, takes one answer. Throws ToolProblem; what the tool
 * itself declined comes back as its status.
 */
export function askTool(
  tool: string,
  path: ToolPath,
  message: object,
  { patienceMs, signal }: { patienceMs: number; signal?: AbortSignal | undefined },
): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    let opened = false
    const fail = (problem: ToolProblem) => settle(() => reject(problem))
    const refusedByPolicy = (event: SecurityPolicyViolationEvent) => {
      if (event.blockedURI.startsWith(tool)) fail(new ToolProblem('policy'))
    }
    document.addEventListener('securitypolicyviolation', refusedByPolicy)
    const socket = connect(tool + path)
    const patience = setTimeout(() => fail(new ToolProblem('silent')), patienceMs)
    const settle = (finish: () => void) => {
      clearTimeout(patience)
      document.removeEventListener('securitypolicyviolation', refusedByPolicy)
      socket?.close()
      finish()
    }
    if (!socket) return fail(new ToolProblem('policy'))
    signal?.addEventListener('abort', () => fail(new ToolProblem('dropped')))
    socket.onopen = () => {
      opened = true
      socket.send(JSON.stringify(message))
    }
    socket.onmessage = ({ data }) => {
      const answer = readAnswer(data)
      settle(() => (answer ? resolve(answer) : reject(new ToolProblem('garbled'))))
    }
    // An error is always followed by this; a violation of the page's policy is told in between.
    socket.onclose = async () => {
      const denied = !opened && (await localAccess()) === 'denied'
      fail(new ToolProblem(opened ? 'dropped' : denied ? 'permission' : 'unreachable'))
    }
  })
}

function connect(address: string): WebSocket | null {
  try {
    return new WebSocket(address)
  } catch {
    return null
  }
}

function readAnswer(data: unknown): ToolAnswer | null {
  try {
    const answer: unknown = JSON.parse(String(data))
    if (typeof answer !== 'object' || answer === null) return null
    const { Status, Message, ...rest } = answer as Record<string, unknown>
    const status = Number(Status)
    return Number.isNaN(status) ? null : { status, message: typeof Message === 'string' ? Message : '', rest }
  } catch {
    return null
  }
}

/**
 * Whether the browser lets this page speak with programs on this machine: Chrome and Edge ask since version 147, under a name that has
 * changed. `unknown` where the browser has no such question.
 */
export async function localAccess(): Promise<PermissionState | 'unknown'> {
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state
    } catch {
      // Not known to this browser: it may know the other name.
    }
  }
  return 'unknown'
}
