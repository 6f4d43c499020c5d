import { FormRow, rowAria } from '@/components/people/form-row'

/** A workbook or CSV to choose. */
export const FileRow = ({ hint, fault }: { hint: string; fault?: string | undefined }) => (
  <FormRow id="file" label="Tệp danh sách" must hint={hint} fault={fault}>
    <input
      {...rowAria('file', { hint, fault })}
      type="file"
      name="file"
      accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    />
  </FormRow>
)
