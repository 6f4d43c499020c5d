import 'server-only'
import { z } from 'zod'
import type { Query } from '@/lib/domain/list-query'
import { askHref, readAsk } from '@/lib/domain/lists/list-spec'
import { LIST_NAMES, LIST_SPECS, type ListName } from '@/lib/domain/lists/specs'
import { type Actor, can, inForce } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'

const list = z.enum(LIST_NAMES)

export const SaveView = z.object({
  list,
  name: z.string().trim().min(1, 'Đặt tên cho bộ lọc.').max(60, 'Tên tối đa 60 ký tự.'),
  /** What the address says after `?`; read and written anew, so that only what the list knows is kept. */
  query: z.string().max(2000),
  /** The unit it is shared with. */
  unitId: z.uuid().nullable(),
  isDefault: z.boolean(),
})
export const ViewId = z.object({ id: z.uuid() })
export const ChooseView = z.object({ list, id: z.uuid().nullable() })

export type SavedViewRow = {
  id: string
  name: string
  href: string
  unitName: string | null
  mine: boolean
  isDefault: boolean
}

/** The views of a list this actor has: their own, and those of the units they work in or below. */
export async function savedViews(actor: Actor, list: ListName): Promise<SavedViewRow[]> {
  const [views, choice] = await Promise.all([
    db.savedView.findMany({
      where: { list, ...visibleTo(actor) },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, query: true, userId: true, unit: { select: { name: true } } },
    }),
    db.savedViewChoice.findUnique({ where: { userId_list: { userId: actor.userId, list } } }),
  ])
  return views.map(({ id, name, query, userId, unit }) => ({
    id,
    name,
    href: hrefOf(list, query),
    unitName: unit?.name ?? null,
    mine: userId === actor.userId,
    isDefault: choice?.viewId === id,
  }))
}

/** Where a list opens that was asked for without a word; null where it stands as it is. */
export function defaultOf(views: readonly SavedViewRow[], query: Query): string | null {
  return Object.keys(query).length > 0 ? null : (views.find(({ isDefault }) => isDefault)?.href ?? null)
}

/** The units a view can be shared with: those one holds an office in. */
export function sharingUnits(actor: Actor): { id: string; name: string }[] {
  const held = actor.grants.filter((grant) => grant.role !== 'person' && inForce(grant, actor.today))
  return [...new Map(held.map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }])).values()]
}

/** Keeps a list under a name. Throws `outsideYourUnits` where the unit to share it with is not the actor's. */
export async function saveView({ transact, actor, input, now }: Call<z.output<typeof SaveView>>) {
  const { list, name, unitId, isDefault } = input
  const href = hrefOf(list, input.query)
  const query = href.split('?')[1] ?? ''
  return transact(async (tx) => {
    const unit = unitId === null ? null : await tx.unit.findUnique({ where: { id: unitId } })
    if (unitId !== null && !(unit && can(actor, 'unit.read', { personId: null, unitPath: unit.path })))
      throw new Refusal('outsideYourUnits', {})
    const { id } = await tx.savedView.create({
      data: { userId: actor.userId, list, name, query, unitId, createdAt: now },
    })
    if (isDefault) await choose(tx, actor, list, id)
    const subject = { type: 'listView', id, name } as const
    await writeAudit(
      tx,
      actor,
      {
        action: 'listView.saved',
        subject,
        ...(unit && { unitPath: unit.path }),
        detail: { list, shared: unit !== null },
      },
      now,
    )
    return { id, href }
  })
}

/** Whoever made it may remove it; a shared one also who manages the accounts of its unit. */
export async function removeView({ transact, actor, input, now }: Call<z.output<typeof ViewId>>) {
  return transact(async (tx) => {
    const view = await tx.savedView.findFirst({ where: { id: input.id, ...visibleTo(actor) }, include: { unit: true } })
    const manages = view?.unit && can(actor, 'account.manage', { personId: null, unitPath: view.unit.path })
    if (!view || (view.userId !== actor.userId && !manages)) throw new Refusal('notFound', {})
    await tx.savedView.delete({ where: { id: view.id } })
    const subject = { type: 'listView', id: view.id, name: view.name } as const
    await writeAudit(tx, actor, { action: 'listView.removed', subject, detail: { list: view.list } }, now)
  })
}

/** Which view the list opens with, or none. */
export async function chooseView({ transact, actor, input }: Call<z.output<typeof ChooseView>>) {
  const { list, id } = input
  return transact(async (tx) => {
    if (id === null) {
      await tx.savedViewChoice.deleteMany({ where: { userId: actor.userId, list } })
      return
    }
    const view = await tx.savedView.findFirst({ where: { id, list, ...visibleTo(actor) } })
    if (!view) throw new Refusal('notFound', {})
    await choose(tx, actor, list, id)
  })
}

async function choose(tx: Prisma.TransactionClient, { userId }: Actor, list: ListName, viewId: string) {
  await tx.savedViewChoice.upsert({
    where: { userId_list: { userId, list } },
    create: { userId, list, viewId },
    update: { viewId },
  })
}

/** One's own, and those shared with a unit one works in or above which one's unit stands. */
function visibleTo(actor: Actor): Prisma.SavedViewWhereInput {
  const paths = actor.grants
    .filter((grant) => inForce(grant, actor.today))
    .flatMap(({ unitPath }) => pathsAbove(unitPath))
  return { OR: [{ userId: actor.userId }, { unit: { path: { in: [...new Set(paths)] } } }] }
}

/** `/dt/sgddt/` → `/dt/`, `/dt/sgddt/`. */
function pathsAbove(path: string): string[] {
  const steps = path.split('/').filter(Boolean)
  return steps.map((_, at) => `/${steps.slice(0, at + 1).join('/')}/`)
}

const hrefOf = (list: ListName, query: string): string => {
  const spec = LIST_SPECS[list]
  const href = askHref(spec, readAsk(spec, Object.fromEntries(new URLSearchParams(query))))
  return href.includes('?') ? href : `${href}?all=1`
}
