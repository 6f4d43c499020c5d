/** A unit as the ministry's list names it. */
export type ListedUnit = { TenDonVi: string; MaDinhDanh?: string; MaDonVi?: string }

/** The ministry's list of units with its version, as `PUT /__sim/units` told it. Its form is the portal's own: see docs/operations.md. */
export class UnitDesk {
  #version = ''
  #units: ListedUnit[] = []

  tell({ version, units }: { version?: string; units?: ListedUnit[] }) {
    this.#version = version ?? this.#version
    this.#units = units ?? this.#units
  }

  answer() {
    return { err_code: 0, message: 'Thành công', version: this.#version, units: this.#units }
  }
}
