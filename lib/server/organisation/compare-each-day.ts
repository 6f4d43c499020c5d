import 'server-only'
import { z } from 'zod'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { type Comparison, compareUnits } from '@/lib/domain/organisation/compare-units'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { surroundings } from '../env'
import { installationProfile } from '../national/installation'
import { code } from '../national/reply'
import { secretReader } from '../national/secrets'
import { ReportUnavailable, ServiceCall } from '../national/service-call'
import { openUnits } from './open-units'

const AGAIN_AFTER_MS = 60 * 60_000
const KEPT_DAYS_MS = 90 * 86_400_000

const List = z.object({
  err_code: code,
  version: z.string().max(100).default(''),
  units: z
    .array(
      z.object({
        TenDonVi: z.string().min(1).max(500),
        MaDinhDanh: z.string().max(50).nullish(),
        MaDonVi: z.string().max(50).nullish(),
      }),
    )
    .max(20_000),
})

/** For the worker: once a day our tree is held against the ministry's list, where the channel gives one; what fails is tried again an hour later. */
export function compareEachDay() {
  let doneOn: string | null = null
  let notBefore = 0
  return async (now: Date) => {
    const today = dayOf(now)
    const profile = installationProfile()
    if (doneOn === today || now.getTime() < notBefore || !profile?.unitListPath) return
    notBefore = now.getTime() + AGAIN_AFTER_MS
    const day = dateColumn(today)
    if ((await db.unitComparison.count({ where: { day, failure: null } })) === 0) {
      const found = await hold(new ServiceCall(profile, secretReader(surroundings)), profile.unitListPath)
      await db.unitComparison.upsert({
        where: { day },
        create: { day, at: now, ...found },
        update: { at: now, ...found },
      })
      await db.unitComparison.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_DAYS_MS) } } })
      if (found.failure !== null) return
    }
    doneOn = today
  }
}

async function hold(service: ServiceCall, path: string) {
  try {
    const list = List.safeParse(await service.ask(path, {}))
    if (!list.success || list.data.err_code !== 0) return { failure: 'danh sách đơn vị của Bộ không đúng dạng' }
    const { version, units } = list.data
    const lines = units.map(({ TenDonVi, MaDinhDanh, MaDonVi }, index) => ({
      ...{ line: index + 1, name: TenDonVi, agencyCode: MaDinhDanh || null, nationalCode: MaDonVi || null },
    }))
    const comparison = compareUnits(await openUnits(), lines) as unknown as Prisma.InputJsonValue
    return { version, units: units.length, comparison, failure: null }
  } catch (error) {
    if (error instanceof ReportUnavailable) return { failure: error.message }
    throw error
  }
}

/** The last comparison that came to something, and why the last one did not. For who sees the whole province. */
export async function lastComparison() {
  const [last, good] = await Promise.all([
    db.unitComparison.findFirst({ orderBy: { day: 'desc' } }),
    db.unitComparison.findFirst({ where: { failure: null }, orderBy: { day: 'desc' } }),
  ])
  return {
    isGiven: Boolean(installationProfile()?.unitListPath),
    failure: last?.failure ?? null,
    last: good && { at: good.at, version: good.version, comparison: good.comparison as unknown as Comparison },
  }
}
