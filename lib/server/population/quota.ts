import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import type { Tx } from '../db'

export const startOfDay = (now: Date) => new Date(`${dayOf(now)}T00:00:00+07:00`)

/** Questions put since the day began in Viet Nam. */
export const askedToday = (tx: Tx, now: Date) => tx.populationCheck.count({ where: { at: { gte: startOfDay(now) } } })
