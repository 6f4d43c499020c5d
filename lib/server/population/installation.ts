import 'server-only'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PopulationProfile } from '@/lib/domain/population/population-profile'
import { env, surroundings } from '../env'
import { secretReader } from '../national/secrets'
import { PopulationLine } from './population-line'

/** How this installation reaches the population database; null where it is not told, and then nobody is asked about. */
export function populationProfile(): PopulationProfile | null {
  const path = env.POPULATION_PROFILE
  if (!path) return null
  const { success, data, error } = PopulationProfile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!success) throw new Error(`${path} is no profile of the population database:\n${z.prettifyError(error)}`)
  return data
}

export const populationLine = (profile: PopulationProfile) => new PopulationLine(profile, secretReader(surroundings))
