import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { useEffect, useState, type FormEvent } from 'react'
import { controlMessages } from '../../messages/control'
import { useSubmitted } from '../../submitted'
import { iterationChoices } from './form'
import { ForecastPicture } from './picture'
import { useForecast } from './use-forecast'

/**
 * Runs in the browser where it can: the page shows how far it is and can be left or stopped. Without JavaScript the
 * same form runs on the server and keeps what comes out.
 */
export function RunForecast(props: { projectId: string; seed: number; mayKeep: boolean; hasKept: boolean }) {
  const { projectId, seed, mayKeep, hasKept } = props
  const t = useMessages(controlMessages).forecast
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const { state, run, cancel } = useForecast(projectId)
  const [isAlive, setIsAlive] = useState(false)
  useEffect(() => setIsAlive(true), [])
  if (!isAlive && !mayKeep) return null

  function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void run({ seed: String(form.get('seed')), iterations: String(form.get('iterations')) })
  }

  return (
    <>
      <Card title={hasKept ? t.runAnew : t.runFirst} level={3}>
        <form className="cs-form" method="post" onSubmit={begin}>
          <ErrorSummary errors={problems} />
          <p>{t.assumes}</p>
          <details className="cn-settings" open={problems.length > 0}>
            <summary>{t.settings}</summary>
            <FormGrid>
              <Select
                name="iterations"
                label={t.iterations}
                options={iterationChoices.map((count) => ({
                  value: String(count),
                  label: format.number(count),
                }))}
                defaultValue={typed('iterations', '5000')}
                error={errors.iterations}
                width="short"
              />
              <TextInput
                name="seed"
                label={t.seed}
                hint={t.seedHint}
                inputMode="numeric"
                defaultValue={typed('seed', String(seed))}
                error={errors.seed}
                width="short"
                autoComplete="off"
              />
            </FormGrid>
          </details>
          <FormActions>
            {state.is === 'running' ? (
              <>
                <label className="cn-running">
                  {t.running(format.percent(Math.round(state.done * 100)))}
                  <progress max={1} value={state.done} />
                </label>
                <Button type="button" onClick={cancel}>
                  {t.cancel}
                </Button>
              </>
            ) : (
              <Button variant="primary">{isAlive ? t.run : t.runAndKeep}</Button>
            )}
          </FormActions>
        </form>
      </Card>
      <div aria-live="polite">
        {state.is === 'refused' ? (
          <Notice tone="danger" title={t.refusals[state.why]}>
            {state.names.length > 0 ? format.list(state.names.slice(0, 5)) : null}
          </Notice>
        ) : null}
      </div>
      {state.is === 'done' ? (
        <ForecastPicture outcome={state.outcome} projectId={projectId} mayEstimate={mayKeep}>
          {mayKeep ? (
            <form method="post">
              <input type="hidden" name="seed" value={state.outcome.seed} />
              <input type="hidden" name="iterations" value={state.outcome.iterations} />
              <Button variant="primary">{t.keep}</Button>
            </form>
          ) : null}
        </ForecastPicture>
      ) : null}
    </>
  )
}
