import { createServer, type Socket } from 'node:net'

/** As it came over the line: who it was for, its heads, and its text put back into letters. */
export type Received = { to: string[]; heads: string; text: string }

/** How the server answers, to try its moods out: a line such as `451 later` in place of taking a letter. */
type Mood = { refuse: string | null; login: { user: string; password: string } | null }

/** A mail server of our own: it speaks SMTP (RFC 5321), asks for a login where it is told one, and keeps what it takes. */
export async function smtpServer({ port = 0, login = null }: { port?: number; login?: Mood['login'] } = {}) {
  const letters: Received[] = []
  const mood: Mood = { refuse: null, login }
  const server = createServer((socket) => converse(socket, mood, (letter) => letters.push(letter)))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const { port: at } = server.address() as { port: number }
  return { port: at, letters, mood, close: () => new Promise<void>((done) => server.close(() => done())) }
}

function converse(socket: Socket, mood: Mood, take: (letter: Received) => void) {
  let [waiting, to, content, open] = ['', [] as string[], null as string | null, mood.login === null]
  const say = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string) => {
    const [verb = ''] = line.toUpperCase().split(/[ :]/)
    if (verb === 'EHLO') return say(mood.login ? '250-mail.test\r\n250 AUTH PLAIN' : '250 mail.test')
    if (verb === 'QUIT') return socket.end('221 bye\r\n')
    if (verb === 'AUTH') {
      const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0')
      open = user === mood.login?.user && password === mood.login?.password
      return say(open ? '235 welcome' : `535 wrong: ${password}`)
    }
    if (!open) return say('530 log in first')
    if (verb === 'MAIL') return say(mood.refuse ?? '250 ok')
    if (verb === 'RCPT') {
      to.push(/<(.*)>/.exec(line)?.[1] ?? '')
      return say('250 ok')
    }
    if (verb !== 'DATA') return say('250 ok')
    content = ''
    return say('354 go on')
  }
  socket.on('error', () => {})
  socket.on('data', (bytes) => {
    waiting += bytes.toString('latin1')
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      if (content === null) command(line)
      else if (line !== '.') content += `${line.replace(/^\./, '')}\r\n`
      else {
        take(readLetter(to, content))
        ;[to, content] = [[], null]
        say('250 taken')
      }
    }
  })
  say('220 mail.test')
}

function readLetter(to: string[], content: string): Received {
  const [heads = '', ...rest] = content.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const text = /encoding: base64/i.test(heads) ? Buffer.from(body, 'base64').toString() : fromQuotedPrintable(body)
  return { to, heads, text: text.replaceAll('\r\n', '\n') }
}

const fromQuotedPrintable = (body: string) =>
  Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
