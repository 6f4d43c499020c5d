import type { Certificate } from './certificate'

/** Stands in every name of the demonstration chain. */
export const DEMO_MARK = 'MÔ PHỎNG'

/**
 * Whether a certificate belongs to a demonstration. Every installation makes a root of its own, so no list of fingerprints could
 * name them all: the mark in the names is what all of them share, and a real authority would not issue it.
 */
export const isDemoCertificate = ({ subject, issuer }: Pick<Certificate, 'subject' | 'issuer'>) =>
  [subject, issuer].some((name) => name.normalize('NFC').toLocaleUpperCase('vi').includes(DEMO_MARK))
