'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { useMayFetch } from './fresh-provider'

/** A link to a file about many people: the password comes first, where the server would ask for it. */
export function FreshDownload({ href, children, ...rest }: ComponentProps<'a'> & { href: string }) {
  const mayFetch = useMayFetch()
  const fetchFile = async (event: MouseEvent) => {
    event.preventDefault()
    if (await mayFetch()) window.location.assign(href)
  }
  return (
    <a href={href} onClick={fetchFile} download {...rest}>
      {children}
    </a>
  )
}
