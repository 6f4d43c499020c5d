import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { isReachable } from './reachable-pages'

/**
 * With the line cut a link would end on the browser's own error page and take the form along. Sections opened a while ago
 * are still in the router; every other way waits. Answers whether such a way was tried.
 */
export function useLineGuard(): boolean {
  const path = usePathname()
  const [held, setHeld] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another page the refusal is over
  useEffect(() => setHeld(false), [path])
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (navigator.onLine || !(event.target instanceof Element)) return
      const link = event.target.closest('a')
      if (!link?.href) return
      const here = link.pathname === window.location.pathname
      if (here ? link.hash !== '' : isReachable(link.pathname, Date.now())) return
      event.preventDefault()
      event.stopPropagation()
      setHeld(!here)
    }
    const onLine = () => setHeld(false)
    window.addEventListener('click', onClick, { capture: true })
    window.addEventListener('online', onLine)
    return () => {
      window.removeEventListener('click', onClick, { capture: true })
      window.removeEventListener('online', onLine)
    }
  }, [])
  return held
}
