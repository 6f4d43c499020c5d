import type { ServerResponse } from 'node:http'
import type { Group } from './message-envelope'
import { groupsOf, listsOf } from './message-envelope'
import type { NationalRegister, StoredFile } from './national-register'

const FILES_A_PAGE = 50

/** `/` and `/files/<number>`: what the simulated ministry holds, for demonstrations and training. Null for other paths. */
export function ministryPage(register: NationalRegister, url: URL): string | null {
  if (url.pathname === '/') return listPage(register.files, url.searchParams)
  const number = /^\/files\/([^/]{1,60})$/.exec(url.pathname)?.[1]
  if (number === undefined) return null
  const file = register.files.find(({ key }) => numberOf(key) === decodeURIComponent(number))
  return file ? filePage(file) : page('Không giữ hồ sơ này', '<p>Bộ mô phỏng không giữ hồ sơ nào có số này.</p>')
}

/** Nothing of another page may run or be shown here, and this one nowhere else. */
export function answerPage(response: ServerResponse, html: string) {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    })
    .end(html)
}

function listPage(files: StoredFile[], query: URLSearchParams): string {
  const search = (query.get('q') ?? '').trim().slice(0, 100)
  const found = files
    .filter((file) =>
      `${numberOf(file.key)} ${nameOf(file)}`.toLocaleLowerCase('vi').includes(search.toLocaleLowerCase('vi')),
    )
    .sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1))
  const at = Math.max(1, Math.trunc(Number(query.get('page')) || 1))
  const shown = found.slice((at - 1) * FILES_A_PAGE, at * FILES_A_PAGE)
  const rows = shown.map(
    (file) =>
      `<tr><th scope="row"><a href="/files/${encodeURIComponent(numberOf(file.key))}">${safe(numberOf(file.key))}</a></th>` +
      `<td>${safe(nameOf(file))}</td><td>${safe(unitOf(file))}</td><td>${when(file.receivedAt)}</td></tr>`,
  )
  const link = (to: number, words: string) =>
    `<a href="/?${safe(new URLSearchParams({ ...(search && { q: search }), page: String(to) }).toString())}">${words}</a>`
  const turns = [
    at > 1 && link(at - 1, 'Trang trước'),
    at * FILES_A_PAGE < found.length && link(at + 1, 'Trang sau'),
  ].filter(Boolean)
  return page(
    'Bộ đang giữ gì',
    `<form><label for="q">Số định danh hoặc họ tên</label> <input id="q" name="q" value="${safe(search)}"> <button>Tìm</button></form>
    <p>${found.length.toLocaleString('vi')} hồ sơ.</p>
    <table><thead><tr><th scope="col">Số</th><th scope="col">Họ và tên</th><th scope="col">Mã đơn vị</th><th scope="col">Nhận lúc</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table><p>${turns.join(' · ')}</p>`,
  )
}

function filePage(file: StoredFile): string {
  const groups = groupsOf(file.body).map(([name, part]) => `<h2>${safe(name)}</h2>${groupHtml(part)}`)
  const top = groupHtml(Object.fromEntries(Object.entries(file.body).filter(([, value]) => !isGroup(value))))
  return page(
    `${nameOf(file)}, ${numberOf(file.key)}`,
    `<p><a href="/">Tất cả hồ sơ</a> · nhận lúc ${when(file.receivedAt)}, lệnh ${safe(file.action)}</p>${groups.join('')}<h2>Ngoài nhóm</h2>${top}`,
  )
}

/** Names without a value are left out: they were sent all the same. */
function groupHtml(part: Group): string {
  const values = Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string' && value !== ''
      ? [`<tr><th scope="row">${safe(name)}</th><td>${safe(value)}</td></tr>`]
      : [],
  )
  const lists = listsOf(part).map(([name, rows]) => `<h3>${safe(name)}: ${rows.length} dòng</h3>${rowsHtml(rows)}`)
  return `<table><tbody>${values.join('')}</tbody></table>${lists.join('')}`
}

function rowsHtml(rows: Group[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== '')))]
  if (names.length === 0) return ''
  const head = names.map((name) => `<th scope="col">${safe(name)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${names.map((name) => `<td>${safe(String(row[name] ?? ''))}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

const page = (title: string, body: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title><style>
body{font:16px/1.5 "Noto Sans",Arial,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#16282c}
header{background:#7a1f1f;color:#fff;padding:.5rem 1rem;margin-bottom:1rem}table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d5dede;vertical-align:top}h2{font-size:1.1rem;margin:1.5rem 0 .3rem}h3{font-size:1rem;margin:.8rem 0 .2rem}
input,button{font:inherit;padding:.3rem .6rem;min-height:2.5rem}a{color:#0b5563}</style></head>
<body><header>Mô phỏng cơ sở dữ liệu quốc gia, dùng để trình diễn và tập huấn. Không phải dữ liệu của Bộ Nội vụ.</header>
<main><h1>${safe(title)}</h1>${body}</main></body></html>`

const isGroup = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const numberOf = (key: string) => key.replace(/^.*?_/, '')
const general = ({ body }: StoredFile) => (body.THONGTINCHUNG ?? {}) as Record<string, unknown>
const nameOf = (file: StoredFile) => String(general(file).HoVaTen ?? '')
const unitOf = (file: StoredFile) => String(general(file).MaDonviSuDung ?? '')
const when = (at: string) =>
  new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false }).replace(/\s+/g, ' ')
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
