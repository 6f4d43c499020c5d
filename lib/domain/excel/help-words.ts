import { CLEAR } from './columns'

/** The first sheet of every workbook of records: how it is filled in. */
export function helpLines(about: { what: string; by: string; at: string; purpose: string | null }) {
  return [
    ['Tệp này', about.what],
    ['Người lập', about.by],
    ['Lúc', about.at],
    ...(about.purpose === null ? [] : [['Mục đích', about.purpose] as const]),
    ['Trang “Hồ sơ”', 'Mỗi người một dòng, mỗi cột một mục của Sơ yếu lý lịch. Cột đầu là số căn cước công dân.'],
    ['Các trang sau', 'Mỗi bảng của hồ sơ một trang. Mỗi dòng ghi lại số căn cước của người đó ở cột đầu.'],
    ['Ô để trống', 'Giữ nguyên điều đang có trong hồ sơ.'],
    ['Xóa một mục', `Ghi ${CLEAR} vào ô.`],
    [
      'Ngày',
      'Ghi ngày/tháng/năm, ví dụ 05/09/1985. Mục cho phép thì ghi 9/1985 hoặc 1985. Ô đã đặt kiểu chữ, Excel không đổi.',
    ],
    ['Số căn cước', 'Đủ 12 chữ số, kể cả số 0 ở đầu.'],
    ['Từ – Đến', 'Ghi 08/2016 – 05/2020, hoặc 08/2016 – nay.'],
    ['Ô có danh sách', 'Bấm mũi tên để chọn. Giá trị ngoài danh sách được giữ lại để ánh xạ, không bị bỏ.'],
    ['Nhiều giá trị', 'Ngăn cách bằng dấu chấm phẩy.'],
    ['Số thập phân', 'Dùng dấu phẩy, ví dụ 4,68.'],
    [
      'Dấu nháy đơn',
      'Chữ bắt đầu bằng = + - @ có thêm dấu nháy đơn ở đầu để Excel không coi là công thức. Khi nhập, dấu này được bỏ.',
    ],
    ['Tên cột', 'Đổi thứ tự, thêm, bớt cột đều được. Đổi tên cột thì khi nhập hệ thống đề nghị ghép lại.'],
    ['Dòng mới', 'Thêm ở cuối bảng. Không sửa cột ẩn “Mã dòng”.'],
  ] as const
}
