import { useEffect, useState } from 'react'
import { onLock, tellLock } from './lock-signal'
import { watchLife } from './signs-of-life'

const LOOK_EVERY_MS = 20_000
/** Reading and typing send nothing by themselves; so often the server is told that somebody is here. */
const TELL_EVERY_MS = 3 * 60_000

/**
 * Idle is who does nothing at the screen, not who sends nothing. After `minutes` without a key or a click in any window of
 * this browser the screen locks, here and on the server. A session that has ended altogether leads to the door.
 */
export function useIdleLock(minutes: number) {
  const [locked, setLocked] = useState(false)
  useEffect(() => {
    const life = watchLife()
    let told = Date.now()
    const follow = (standing: string | null) => {
      if (standing === 'locked') return tellLock('locked')
      if (standing !== null && standing !== 'live') leave(standing)
    }
    const look = async () => {
      const [now, last] = [Date.now(), life.last()]
      if (now - last >= minutes * 60_000) {
        tellLock('locked')
        follow(await standing('PUT'))
      } else if (last > told && now - told >= TELL_EVERY_MS) {
        told = now
        follow(await standing('POST'))
      }
    }
    const silence = onLock((signal) => {
      if (signal === 'open') life.mark()
      setLocked(signal === 'locked')
    })
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      life.stop()
      silence()
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
    }
  }, [minutes])
  return locked
}

/** PUT locks, POST counts as being seen. Without an answer nothing is concluded. */
async function standing(method: 'PUT' | 'POST'): Promise<string | null> {
  const answer = await fetch('/account/standing', { method }).catch(() => null)
  return answer?.ok ? ((await answer.json()).standing as string) : null
}

function leave(standing: string) {
  const query = new URLSearchParams({ next: window.location.pathname + window.location.search, why: standing })
  window.location.assign(`/sign-in?${query}`)
}
