'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { registerAgencyCertificate } from '@/lib/server/exports/agency-certificate'
import {
  CancelExport,
  cancelExport as cancel,
  RefuseExport,
  refuseExport as refuse,
} from '@/lib/server/exports/end-export'
import { RequestExport, requestExport as request } from '@/lib/server/exports/request-export'
import { completeSeal as completeTheSeal, startSeal as startTheSeal } from '@/lib/server/exports/seal-export'
import {
  CompleteExport,
  completeExportSignature,
  StartExport,
  startExportSignature,
} from '@/lib/server/exports/sign-export'
import { fresh } from '@/lib/server/fresh'

const here = ({ exportId }: { exportId: string }) => ['/exports', `/exports/${exportId}`]

export const requestExport = action(RequestExport, request, () => ['/exports'])
export const startExport = action(StartExport, fresh(startExportSignature))
export const completeExport = action(CompleteExport, fresh(completeExportSignature), here)
export const startSeal = action(StartExport, fresh(startTheSeal))
export const completeSeal = action(CompleteExport, fresh(completeTheSeal), here)
export const refuseExport = action(RefuseExport, refuse, here)
export const cancelExport = action(CancelExport, cancel, here)

/** A file travels as base64 text. */
const AgencyFile = z.object({
  unitId: z.uuid(),
  file: z
    .base64('Chọn tệp chứng thư.')
    .max(140_000, 'Tệp chứng thư không lớn hơn 100 kB.')
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
})

export const addAgencyCertificate = action(AgencyFile, registerAgencyCertificate, () => ['/exports'])
