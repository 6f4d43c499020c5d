'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { ALL_ROLES, homeOf } from '@/lib/domain/menu'
import { messageOf } from '@/lib/domain/messages'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { chooseActing } from '@/lib/server/choose-role'
import { now } from '@/lib/server/clock'
import { endOtherSessions } from '@/lib/server/own-sessions'
import { changePassword } from '@/lib/server/password-change'
import { postedForm } from '@/lib/server/posted-form'
import { currentSession, dutiesIn, heldRoles, requireActor, requireSession } from '@/lib/server/session'
import { endSession } from '@/lib/server/sign-in-end'

/** The role and unit one acts in from now on, or all of them: kept with the session, noted in the log. */
export async function chooseRole(form: FormData): Promise<void> {
  await requireActor()
  const { all } = await heldRoles()
  // What is no form names no role: the page that opens shows those there are.
  const chosen = form instanceof FormData ? String(form.get('role')) : ''
  const actor = await chooseActing(all, chosen === ALL_ROLES ? null : chosen, now()).catch((error) => {
    // A role that was taken back meanwhile: the page that opens shows those that are left.
    if (error instanceof Refusal) return all
    throw error
  })
  redirect(homeOf(actor))
}

export async function signOut(): Promise<void> {
  const session = await currentSession()
  if (session) await endSession(session, now())
  const jar = await cookies()
  for (const { name } of jar.getAll()) {
    // A browser deletes a cookie of the prefix __Secure- only by a secure one.
    if (/next-auth\.session-token$/.test(name)) jar.delete({ name, secure: name.startsWith('__Secure-') })
  }
  redirect('/sign-in?why=left')
}

export async function signOutElsewhere(): Promise<void> {
  await endOtherSessions(await requireActor(), now())
  revalidatePath('/account')
}

export type PasswordState = { message: string; fields: FieldErrors } | null

/** Not through `action()`: who must change the password is nobody yet elsewhere. */
export async function setPassword(_: PasswordState, form: FormData): Promise<PasswordState> {
  const session = await requireSession()
  try {
    const sent = postedForm(form)
    const word = (name: string) => String(sent.get(name) ?? '')
    await changePassword(
      session,
      { current: word('current'), wanted: word('wanted'), repeated: word('repeated') },
      now(),
    )
  } catch (error) {
    if (error instanceof Refusal) return { message: messageOf(error), fields: error.fields }
    throw error
  }
  redirect(dutiesIn(session).owed.length > 0 ? '/' : '/account?done=password')
}
