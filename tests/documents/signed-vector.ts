/** Three records with their hashes, worked out by another program. */
export const VECTOR = [
  {
    recordId: '01JD3Z7Q0000000000000000A1',
    version: 3,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    data: { hoTen: 'Nguyễn Thị Hồng Ánh', ngaySinh: '1985-03-07', heSoLuong: '3.66', ngach: '01.003' },
    leaf: '9a2119a15ce02e867793e281ea00d446d8dedd12fe7ec142e203aa58c835ca4b',
  },
  {
    recordId: '01JD3Z7Q0000000000000000A2',
    version: 1,
    salt: 'AQEBAQEBAQEBAQEBAQEBAQ',
    data: { hoTen: 'Trần Văn Đức', ngaySinh: '1990-12-01', heSoLuong: '2.34', ngach: '01.003' },
    leaf: '467cbae188a87c8ff4508b13bb0abd39add82ee9b41b8b7bb774bb2506c310b7',
  },
  {
    recordId: '01JD3Z7Q0000000000000000A3',
    version: 7,
    salt: 'AgICAgICAgICAgICAgICAg',
    data: { hoTen: 'Lê Hoàng Yến', ngaySinh: '1979-06', heSoLuong: '4.98', ngach: '01.002' },
    leaf: '0795f37c4ee5487cd16c7a4186a8c607bd9767003f97340c8400f83d09da645d',
  },
] as const
export const ROOT = '4c3c1af900d142a07c5315cd6aa9cfbffe3b940dea38825f683584c7eeee495c'
