/** A page, whole and unpacked; throws where it is none. */
export async function get(address: string, cookie?: string): Promise<string> {
  const headers = { 'accept-encoding': 'identity', ...(cookie && { cookie }) }
  const answer = await fetch(address, { headers, redirect: 'manual' })
  if (answer.status !== 200)
    throw new Error(`${address} answered ${answer.status} ${answer.headers.get('location') ?? ''}`)
  return answer.text()
}

/** So many rows that the bare page weighs what ours does. */
export async function rowsFor(bareNext: string, wanted: number): Promise<number> {
  const weigh = async (rows: number) => Buffer.byteLength(await get(`${bareNext}/?rows=${rows}`))
  const [small, large] = [await weigh(100), await weigh(1100)]
  return Math.max(1, Math.round(100 + (wanted - small) / ((large - small) / 1000)))
}
