import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { FileInput, Select, TextArea, TextInput } from '@countersign/ui/field'
import { FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { useFormAnswer } from '../../form-answer'
import { clockMessages } from '../../messages/clock'
import type { WarrantyPage } from './queries.server'

/** What is wrong with what is in warranty. */
export function ClaimForm(props: {
  deliverables: WarrantyPage['warranties']
  accept: string
  maxBytes: number
}) {
  const t = useMessages(clockMessages)
  const format = useFormat()
  const { error, typed } = useFormAnswer()
  return (
    <Card title={t.newClaim} level={2}>
      <form className="cs-form" method="post" encType="multipart/form-data">
        <Select
          name="deliverableId"
          label={t.deliverable}
          options={props.deliverables.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          defaultValue={typed('deliverableId')}
          error={error.deliverableId}
        />
        <TextInput
          name="title"
          label={t.title}
          maxLength={200}
          defaultValue={typed('title')}
          error={error.title}
          autoComplete="off"
          required
        />
        <TextArea
          name="description"
          label={t.description}
          rows={4}
          maxLength={4000}
          defaultValue={typed('description')}
          error={error.description}
          required
        />
        <FileInput
          name="files.0"
          label={t.files}
          hint={t.filesHint(format.fileSize(props.maxBytes))}
          accept={props.accept}
          multiple
          optional
        />
        <FormActions>
          <Button variant="primary">{t.send}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
