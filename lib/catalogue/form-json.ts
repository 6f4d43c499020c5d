/** npm run --silent form:json — the form for other programs: 109 numbered entries, in order. */
import { ALL_FIELDS } from './index'

const entries = ALL_FIELDS.filter((field) => field.no !== null)
  .sort((a, b) => Number(a.no) - Number(b.no))
  .map(({ no, code, label, section, kind, table, codeList, codeListByKind, required, whoMayEdit, sensitive }) => ({
    no,
    code,
    label,
    section,
    kind,
    table,
    codeList: codeList ?? (codeListByKind ? Object.values(codeListByKind).join(' | ') : null),
    required: typeof required === 'boolean' ? required : 'conditional',
    whoMayEdit,
    sensitive,
  }))

process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`)
