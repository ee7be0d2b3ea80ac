import { expenseCategories } from '@countersign/domain/expense'
import { Checkbox, DateInput, Field, FileInput, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { UploadForm } from '@countersign/ui/upload'
import { currencies } from '../currencies'
import { spendingMessages } from '../messages/spending'
import { useSubmitted } from '../submitted'

export type ExpenseChoices = {
  projects: { id: string; name: string; tasks: { id: string; name: string }[] }[]
}
export type KnownExpense = {
  bookOn: string
  category: string
  description: string
  spentOn: string
  currency: string
  gross: string
  tax: string
  isBillable: boolean
  overLimitReason: string
  receiptName: string | null
}

/** The form of an expense: the receipt first, since on a phone it begins with the camera. */
export function ExpenseFields(props: {
  choices: ExpenseChoices
  known?: KnownExpense
  today: string
  maxBytes: number
}) {
  const { choices, known, today, maxBytes } = props
  const t = useMessages(spendingMessages)
  const format = useFormat()
  const { problems, errors, typed, isBack } = useSubmitted()
  return (
    <UploadForm submitLabel={t.form.save} maxBytes={maxBytes}>
      <ErrorSummary errors={problems} />
      {known?.receiptName ? <p className="cs-note">{t.form.kept(known.receiptName)}</p> : null}
      <FormGrid>
        <FileInput
          name="photo"
          label={t.form.photo}
          hint={t.form.photoHint}
          accept="image/*"
          capture="environment"
          optional
        />
        <FileInput
          name="receipt"
          label={t.form.receipt}
          hint={t.form.receiptHint(format.fileSize(maxBytes))}
          accept="application/pdf,image/jpeg,image/png,image/webp"
          optional
        />
      </FormGrid>
      <BookOn choices={choices} value={typed('bookOn', known?.bookOn)} error={errors.bookOn} />
      <TextInput
        name="description"
        label={t.form.description}
        hint={t.form.descriptionHint}
        defaultValue={typed('description', known?.description)}
        error={errors.description}
        maxLength={200}
        required
      />
      <FormGrid>
        <Select
          name="category"
          label={t.form.category}
          options={expenseCategories.map((value) => ({ value, label: t.categories[value] }))}
          defaultValue={typed('category', known?.category ?? expenseCategories[0])}
          error={errors.category}
          required
        />
        <DateInput
          name="spentOn"
          label={t.form.spentOn}
          max={today}
          defaultValue={typed('spentOn', known?.spentOn ?? today)}
          error={errors.spentOn}
          required
        />
        <Select
          name="currency"
          label={t.form.currency}
          options={currencies.map((value) => ({ value, label: value }))}
          defaultValue={typed('currency', known?.currency ?? currencies[0])}
          error={errors.currency}
          required
        />
      </FormGrid>
      <FormGrid>
        <TextInput
          name="gross"
          label={t.form.gross}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed('gross', known?.gross)}
          error={errors.gross}
          required
        />
        <TextInput
          name="tax"
          label={t.form.tax}
          hint={t.form.taxHint}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed('tax', known?.tax ?? '0')}
          error={errors.tax}
          required
        />
      </FormGrid>
      <Checkbox
        name="isBillable"
        label={t.form.isBillable}
        defaultChecked={isBack ? typed('isBillable') === 'on' : known?.isBillable}
        error={errors.isBillable}
      />
      <TextArea
        name="overLimitReason"
        label={t.form.overLimitReason}
        rows={2}
        maxLength={500}
        defaultValue={typed('overLimitReason', known?.overLimitReason)}
        error={errors.overLimitReason}
        optional
      />
      <p className="cs-note">{t.form.then}</p>
    </UploadForm>
  )
}

function BookOn({
  choices,
  value,
  error,
}: {
  choices: ExpenseChoices
  value: string
  error: string | undefined
}) {
  const t = useMessages(spendingMessages).form
  return (
    <Field name="bookOn" label={t.bookOn} error={error}>
      {(wired) => (
        <select {...wired} className="cs-input cs-select" defaultValue={value} required>
          <option value="">{t.choose}</option>
          {choices.projects.map((project) => (
            <optgroup key={project.id} label={project.name}>
              <option value={project.id}>{t.wholeProject(project.name)}</option>
              {project.tasks.map((task) => (
                <option key={task.id} value={`${project.id}/${task.id}`}>
                  {task.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
