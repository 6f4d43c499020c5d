/**
 * `node --import tsx tests/support/fill-unit.ts <data folder> <account of its head> 2000`: puts so many people into a unit of a portal
 * that runs, each with a full record that was submitted and checked, so that a month of that size can be closed by hand.
 */

import { theDatabase } from './put-draft'
import { settleResidents } from './residents'

const [dataFolder = '', account = '', people = '2000'] = process.argv.slice(2)
const bare = await theDatabase(dataFolder)
const { rows } = await bare.query(
  'SELECT g.unit_id AS id FROM role_grant g JOIN user_account u ON u.id = g.user_id WHERE u.username = $1 AND g.role = $2',
  [account, 'unitHead'],
)
await settleResidents(bare, rows[0].id, Number(people))
await bare.query('ANALYZE')
await bare.end()
