import NextAuth from 'next-auth'
import { signInOptions } from '@/lib/server/sign-in-options'

const handler = NextAuth(signInOptions)

export { handler as GET, handler as POST }
