import { Client } from 'pg'
import { StartProblem } from './start-problem'

/** Says in one sentence, without the password, why a database cannot be used. */
export async function reach(address: string, name: string) {
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address)) {
    throw new StartProblem(`${name} is not an address of a PostgreSQL database (postgresql://user:password@host/name).`)
  }
  const { host, pathname } = new URL(address)
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new StartProblem(
      `The database ${pathname.slice(1)} at ${host} cannot be reached (${why(error)}); check ${name}.`,
    )
  }
}

const why = (error: unknown) => {
  const { code, message } = error as { code?: string; message?: string }
  return message || code || 'no answer'
}
