import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, DateInput, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { planMessages } from '../../messages/plan'
import { scheduleMessages } from '../../messages/schedule'
import { statesMessages } from '../../messages/states'
import { useSubmitted } from '../../submitted'
import { constraintTypes, shownLengths } from './planned'
import type { TaskInFull } from './queries.server'

type Task = { task: TaskInFull }

/** All that a manager says of one task. */
export function TaskForm({ task }: Task) {
  const t = useMessages(planMessages).task
  const { problems } = useSubmitted()
  return (
    <Card title={t.revise} level={3}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        {task.isMilestone ? <KindOfMilestone task={task} /> : <Length task={task} />}
        <Progress task={task} />
        <Dates task={task} />
        <Exceptions task={task} />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

function KindOfMilestone({ task }: Task) {
  const t = useMessages(planMessages).task
  const { milestoneKinds } = useMessages(statesMessages)
  const { errors, typed } = useSubmitted()
  return (
    <Select
      name="milestoneKind"
      label={t.milestoneKind}
      options={optionsOf(milestoneKinds)}
      defaultValue={typed('milestoneKind', task.milestoneKind ?? 'delivery')}
      error={errors.milestoneKind}
      width="short"
    />
  )
}

function Length({ task }: Task) {
  const t = useMessages(planMessages).task
  const { errors, typed } = useSubmitted()
  const locale = useLocale()
  const shown = shownLengths(task)
  const shownNumber = (value: number) => (locale === 'de' ? String(value).replace('.', ',') : String(value))
  return (
    <Fieldset legend={t.lengthTitle} hint={task.isElapsed ? t.elapsedHint : undefined}>
      <FormGrid>
        <TextInput
          name="duration"
          label={t.length}
          inputMode="decimal"
          defaultValue={typed('duration', shownNumber(shown.duration))}
          error={errors.duration}
          width="short"
          required
        />
        <TextInput
          name="remaining"
          label={t.remaining}
          inputMode="decimal"
          defaultValue={typed('remaining', shownNumber(shown.remaining))}
          error={errors.remaining}
          width="short"
          required
        />
        <Select
          name="unit"
          label={t.unit}
          options={optionsOf(task.isElapsed ? t.elapsedUnits : t.units)}
          defaultValue={typed('unit', shown.unit)}
          error={errors.unit}
          width="short"
        />
      </FormGrid>
    </Fieldset>
  )
}

function Progress({ task }: Task) {
  const t = useMessages(planMessages).task
  const { errors, typed } = useSubmitted()
  return (
    <Fieldset legend={t.progress} hint={t.progressHint}>
      <FormGrid>
        <TextInput
          name="percentComplete"
          label={t.percentComplete}
          inputMode="numeric"
          defaultValue={typed('percentComplete', String(task.percentComplete))}
          error={errors.percentComplete}
          width="short"
          required
        />
        <Day name="actualStart" label={t.actualStart} known={task.actualStartLocal} />
        <Day name="actualFinish" label={t.actualFinish} known={task.actualFinishLocal} />
      </FormGrid>
    </Fieldset>
  )
}

function Dates({ task }: Task) {
  const t = useMessages(planMessages).task
  const { constraints } = useMessages(scheduleMessages)
  const { errors, typed } = useSubmitted()
  return (
    <Fieldset legend={t.datesTitle} hint={t.datesHint}>
      <FormGrid>
        <Select
          name="constraintType"
          label={t.constraint}
          options={constraintTypes.map((value) => ({ value, label: constraints[value] }))}
          defaultValue={typed('constraintType', task.constraintType)}
          error={errors.constraintType}
          width="medium"
        />
        <Day name="constraintOn" label={t.constraintOn} known={task.constraintLocal} />
        <Day name="deadline" label={t.deadline} known={task.deadlineLocal} />
      </FormGrid>
    </Fieldset>
  )
}

function Exceptions({ task }: Task) {
  const t = useMessages(planMessages).task
  const { errors, typed, isBack } = useSubmitted()
  const isTicked = (name: string, known: boolean) => (isBack ? typed(name) === 'on' : known)
  const calendars = task.calendars.map(({ uid, name }) => ({ value: String(uid), label: name }))
  return (
    <Fieldset legend={t.exceptionsTitle}>
      <FormGrid>
        <Select
          name="calendarUid"
          label={t.calendar}
          options={[{ value: '', label: t.planCalendar }, ...calendars]}
          defaultValue={typed('calendarUid', String(task.calendarUid ?? ''))}
          error={errors.calendarUid}
          width="medium"
        />
      </FormGrid>
      <Checkbox
        name="isManual"
        label={t.manual}
        hint={t.manualHint}
        defaultChecked={isTicked('isManual', task.isManual)}
        error={errors.isManual}
      />
      <FormGrid>
        <Day name="manualStart" label={t.manualStart} known={task.manualStartLocal} />
        <Day name="manualFinish" label={t.manualFinish} known={task.manualFinishLocal} />
      </FormGrid>
      <Checkbox
        name="isInactive"
        label={t.inactive}
        hint={t.inactiveHint}
        defaultChecked={isTicked('isInactive', !task.isActive)}
        error={errors.isInactive}
      />
    </Fieldset>
  )
}

function Day(props: { name: string; label: string; known: string | null }) {
  const { name, label, known } = props
  const { errors, typed } = useSubmitted()
  return (
    <DateInput
      name={name}
      label={label}
      defaultValue={typed(name, known?.slice(0, 10))}
      error={errors[name]}
      optional
    />
  )
}

function optionsOf(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
