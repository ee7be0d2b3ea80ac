import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { boardsMessages } from '../../messages/boards'
import { useSubmitted } from '../../submitted'
import type { ItemToWrite } from './queries.server'

type Known = Pick<ItemToWrite, 'item' | 'unit' | 'people' | 'iterations'>

/** What is to be done, how large it is, by whom and when. */
export function ItemForm({ known, back }: { known: Known; back: string }) {
  const { item, unit, people, iterations } = known
  const t = useMessages(boardsMessages).item
  const { problems, errors, typed, isBack } = useSubmitted()
  const named = (rows: readonly { id: string; name: string }[], none: string) => [
    { value: '', label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <TextInput
          name="title"
          label={t.title}
          defaultValue={typed('title', item?.title)}
          error={errors.title}
          maxLength={200}
          autoComplete="off"
          required
        />
        <TextArea
          name="note"
          label={t.note}
          defaultValue={typed('note', item?.note)}
          error={errors.note}
          rows={3}
          optional
        />
        <FormGrid>
          <TextInput
            name="size"
            label={t.size[unit]}
            inputMode="numeric"
            defaultValue={typed('size', item?.size)}
            error={errors.size}
            autoComplete="off"
            optional
          />
          <Select
            name="staffId"
            label={t.who}
            options={named(people, t.nobody)}
            defaultValue={typed('staffId', item?.staffId)}
            error={errors.staffId}
            optional
          />
          <Select
            name="iterationId"
            label={t.iteration}
            options={named(iterations, t.noIteration)}
            defaultValue={typed('iterationId', item?.iterationId)}
            error={errors.iterationId}
            optional
          />
        </FormGrid>
        {item ? (
          <Checkbox
            name="isDropped"
            label={t.isDropped}
            defaultChecked={isBack ? typed('isDropped') === 'on' : item.isDropped}
            error={errors.isDropped}
          />
        ) : null}
        <FormActions>
          <Button variant="primary">{item ? t.save : t.add}</Button>
          <LinkButton href={back}>{t.back}</LinkButton>
        </FormActions>
      </form>
    </Card>
  )
}
