'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { OpenSession, openSession as open } from '@/lib/server/signing/open-session'
import { closeSession as close, OwnSession, signingOutcome as outcome } from '@/lib/server/signing/outcome'
import { OpenRemote, openRemote as remote } from '@/lib/server/signing/remote/open-remote'
import { SetPicture, setPicture as set } from '@/lib/server/signing/signature-picture'

export const setPicture = action(SetPicture, fresh(set), () => ['/signing/certificates', '/exports'])
export const openSession = action(OpenSession, fresh(open))
export const openRemote = action(OpenRemote, fresh(remote))
export const signingOutcome = action(OwnSession, outcome)
export const closeSession = action(OwnSession, close)
