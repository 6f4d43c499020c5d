'use client'

import { useEffect } from 'react'

const LIFE = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const
const MINUTE = 60_000
/** Reading and typing send nothing by themselves; so often the server is told that somebody is here. */
const TELL_EVERY = 3 * MINUTE

/**
 * Idle is who does nothing at the screen, not who sends nothing. After `minutes` without a key or a click the server is
 * asked (another window may be in use), and the page with its personal data gives way to the door.
 */
export function IdleWatch({ minutes }: { minutes: number }) {
  useEffect(() => {
    let sign = Date.now()
    let told = Date.now()
    const mark = () => {
      sign = Date.now()
    }
    const check = async () => {
      const now = Date.now()
      if (sign > told && now - told >= TELL_EVERY) {
        told = now
        leaveUnless(await standing('POST'))
      } else if (now - sign >= minutes * MINUTE) leaveUnless(await standing('GET'))
    }
    for (const kind of LIFE) window.addEventListener(kind, mark, { passive: true })
    document.addEventListener('visibilitychange', check)
    const timer = setInterval(check, MINUTE)
    return () => {
      for (const kind of LIFE) window.removeEventListener(kind, mark)
      document.removeEventListener('visibilitychange', check)
      clearInterval(timer)
    }
  }, [minutes])
  return null
}

/** POST counts as being seen, GET only asks. Without an answer nothing is concluded. */
async function standing(method: 'GET' | 'POST'): Promise<string> {
  const answer = await fetch('/account/standing', { method }).catch(() => null)
  return answer?.ok ? ((await answer.json()).standing as string) : 'live'
}

function leaveUnless(standing: string) {
  if (standing === 'live') return
  const query = new URLSearchParams({ next: window.location.pathname + window.location.search, why: standing })
  window.location.assign(`/sign-in?${query}`)
}
