import { FileInput } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { projectsMessages } from '../../messages/projects'

/** A plan's file: XML of Microsoft Project, or a table. */
export function PlanFileInput({ maxBytes }: { maxBytes: number }) {
  const t = useMessages(projectsMessages).upload
  const format = useFormat()
  return (
    <FileInput
      name="file"
      label={t.file}
      hint={t.fileHint(format.fileSize(maxBytes))}
      accept=".xml,.xlsx,.csv,application/xml,text/xml,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      width="medium"
      required
    />
  )
}
