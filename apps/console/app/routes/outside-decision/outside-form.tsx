import { Card } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import {
  Checkbox,
  ChoiceGroup,
  DateInput,
  Fieldset,
  FileInput,
  TextArea,
  TextInput,
} from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { UploadForm } from '@countersign/ui/upload'
import type { SerializeFrom } from '@remix-run/node'
import { outsideMessages } from '../../messages/outside'
import { useSubmitted } from '../../submitted'
import type { loader } from './route'

type Loaded = SerializeFrom<typeof loader>

/** Who decided what, when and with which service, and the two files of the envelope. */
export function OutsideForm({
  deliverable,
  root,
  maxBytes,
}: Pick<Loaded, 'deliverable' | 'root' | 'maxBytes'>) {
  const t = useMessages(outsideMessages)
  const format = useFormat()
  const { problems, errors, typed, chosen } = useSubmitted()
  const { people, timeZone } = deliverable
  const ticked = chosen('signers')
  if (people.length === 0)
    return (
      <EmptyState title={t.noSigners}>
        <a href={`${root}/contacts`}>{t.toContacts}</a>
      </EmptyState>
    )
  return (
    <Card>
      <UploadForm submitLabel={t.submit} maxBytes={2 * maxBytes}>
        <ErrorSummary errors={problems} />
        <ChoiceGroup
          name="outcome"
          legend={t.outcome}
          options={(['accepted', 'rejected'] as const).map((value) => ({ value, label: t.outcomes[value] }))}
          defaultValue={typed('outcome')}
          error={errors.outcome}
          required
        />
        <Fieldset legend={t.signers} hint={t.signersHint} error={errors.signers} id="signers-group">
          {people.map(({ id, name, jobTitle }, at) => (
            <Checkbox
              key={id}
              name="signers"
              id={at === 0 ? 'signers' : `signers-${id}`}
              value={id}
              label={jobTitle ? `${name}, ${jobTitle}` : name}
              defaultChecked={ticked.includes(id)}
            />
          ))}
        </Fieldset>
        <FormGrid>
          <DateInput
            name="signedOn"
            label={t.signedOn}
            defaultValue={typed('signedOn')}
            error={errors.signedOn}
            required
          />
          <TextInput
            name="signedAt"
            type="time"
            label={t.signedAt}
            hint={t.signedAtHint(timeZone)}
            defaultValue={typed('signedAt')}
            error={errors.signedAt}
            width="short"
            required
          />
          <TextInput
            name="service"
            label={t.service}
            maxLength={200}
            defaultValue={typed('service')}
            error={errors.service}
            required
          />
          <TextInput
            name="envelopeId"
            label={t.envelopeId}
            hint={t.envelopeIdHint}
            maxLength={200}
            defaultValue={typed('envelopeId')}
            error={errors.envelopeId}
            autoComplete="off"
            required
          />
        </FormGrid>
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          maxLength={2000}
          defaultValue={typed('reason')}
          error={errors.reason}
          required
        />
        {(['document', 'completion'] as const).map((name) => (
          <FileInput
            key={name}
            name={name}
            label={t[name]}
            hint={t.fileHint(format.fileSize(maxBytes))}
            accept=".pdf"
            required
          />
        ))}
        <Notice tone="warning">{t.binding}</Notice>
      </UploadForm>
    </Card>
  )
}
