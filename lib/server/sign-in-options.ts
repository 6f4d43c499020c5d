import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { ASK_FOR_CODE, SESSION_HOURS } from '@/lib/domain/sign-in-limits'
import { now, realTime } from './clock'
import { env } from './env'
import { originOf } from './origin'
import { signIn } from './sign-in'
import { endSessionOf } from './sign-in-end'

/**
 * next-auth makes and checks the cookie; who may enter, and for how long, is decided by our own rows.
 * The cookie carries the token of a session and nothing about the person. The provincial single sign-on joins here.
 */
export const signInOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
  providers: [
    Credentials({
      credentials: { username: {}, password: {}, code: {} },
      async authorize(given, request) {
        const { username = '', password = '', code = '' } = given ?? {}
        const headers: Record<string, string> = request.headers ?? {}
        const origin = originOf((name) => headers[name])
        const token = await signIn({ username, password, code }, origin, now(), realTime()).catch(saySo)
        return { id: token }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionToken: user.id } : { sessionToken: token.sessionToken }),
    // What the page may ask for: that somebody is signed in, and until when; never the token.
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: { signOut: ({ token }) => endSessionOf(String(token?.sessionToken), now()) },
}

/** A refusal reaches the form as the sentence it shows; what else went wrong stays in the log. */
function saySo(error: unknown): never {
  if (error instanceof Refusal && error.code === 'codeNeeded') throw new Error(ASK_FOR_CODE)
  if (error instanceof Refusal) throw new Error(messageOf(error))
  console.error(error)
  throw new Error('Máy chủ đang trục trặc, chưa đăng nhập được. Thử lại sau ít phút.')
}
