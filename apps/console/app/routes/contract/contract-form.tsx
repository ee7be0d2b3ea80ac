import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import type { Locale } from '@countersign/ui/i18n/locale'
import { Notice } from '@countersign/ui/notice'
import { useRef } from 'react'
import { amountInput } from '../../amount-input'
import { currencies } from '../../currencies'
import { FormRows } from '../../form-rows'
import { contractMessages } from '../../messages/contract'
import { deliveryMessages } from '../../messages/delivery'
import { useSubmitted } from '../../submitted'
import type { AgreedContract } from './queries.server'
import { LineRow } from './line-row'
import { MilestoneRow } from './milestone-row'
import { ScheduleSum } from './schedule-sum'

export function ContractForm({ agreed, projectId }: { agreed: AgreedContract; projectId: string }) {
  const t = useMessages(deliveryMessages).contract
  const parts = useMessages(contractMessages)
  const { problems, rows } = useSubmitted()
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const currency = agreed.contract?.currency ?? 'EUR'
  const codeOf = new Map(agreed.deliverables.map(({ id, code }) => [id, code]))
  const known = agreed.milestones.map(
    ({ name, amountMinor, dueOn, releasedBy, releasedFinally, ...each }) => ({
      name,
      amount: amountInput(amountMinor, currency, locale),
      dueOn: dueOn ?? '',
      trigger: each.trigger,
      atPercent: each.atPercent === null ? '' : String(each.atPercent),
      line: String(Math.max(1, agreed.lines.findIndex(({ id }) => id === each.contractLineId) + 1)),
      ...Object.fromEntries(releasedBy.map((id) => [`releasedBy.${codeOf.get(id)}`, id])),
      ...Object.fromEntries(releasedFinally.map((id) => [`releasedFinally.${codeOf.get(id)}`, id])),
    }),
  )
  return (
    <form className="cs-form" method="post" ref={form}>
      <ErrorSummary errors={problems} />
      <Card>
        <TermsFields contract={agreed.contract} />
      </Card>
      <Card>
        <Fieldset legend={parts.lines} hint={parts.linesHint} id="lines">
          <FormRows
            rows={rows('lines', knownLines(agreed, currency, locale))}
            spareFrom={300}
            spare={agreed.lines.length === 0 ? 1 : 2}
          >
            {(row, position) => <LineRow row={row} position={position} />}
          </FormRows>
        </Fieldset>
      </Card>
      {agreed.deliverables.length <= 1 ? (
        <Notice tone="info" title={t.noDeliverables}>
          <LinkButton href={`/projects/${projectId}/deliverables/new`} size="small">
            {t.defineFirst}
          </LinkButton>
        </Notice>
      ) : null}
      <Card>
        <Fieldset legend={t.schedule} hint={t.scheduleHint} id="milestones">
          <FormRows rows={rows('milestones', known)} spareFrom={300} spare={known.length === 0 ? 4 : 2}>
            {(row, position) => (
              <MilestoneRow row={row} position={position} deliverables={agreed.deliverables} />
            )}
          </FormRows>
          <ScheduleSum form={form} />
        </Fieldset>
      </Card>
      <FormActions>
        <Button variant="primary">{t.save}</Button>
      </FormActions>
    </form>
  )
}

/** The lines as they are; of a contract that is not there yet one fixed price, named as the project. */
function knownLines(agreed: AgreedContract, currency: string, locale: Locale) {
  if (agreed.lines.length === 0) return [{ name: agreed.projectName, kind: 'fixed-price' }]
  return agreed.lines.map((line) => ({
    name: line.name,
    kind: line.kind,
    recognition: line.recognition,
    amount: amountInput(line.originalMinor, currency, locale),
    startsOn: line.startsOn ?? '',
    endsOn: line.endsOn ?? '',
    periodMonths: line.periodMonths === null ? '' : String(line.periodMonths),
  }))
}

function TermsFields({ contract }: { contract: AgreedContract['contract'] }) {
  const t = useMessages(deliveryMessages).contract
  const { errors, typed } = useSubmitted()
  const locale = useLocale()
  const currency = contract?.currency ?? 'EUR'
  return (
    <FormGrid>
      <Select
        name="currency"
        label={t.currency}
        hint={t.currencyHint}
        options={currencies.map((code) => ({ value: code, label: code }))}
        defaultValue={typed('currency', currency)}
        error={errors.currency}
      />
      <TextInput
        name="tax"
        label={t.tax}
        hint={t.taxHint}
        inputMode="decimal"
        defaultValue={typed(
          'tax',
          contract ? amountInput(String(contract.taxBasisPoints), 'EUR', locale) : '19',
        )}
        error={errors.tax}
        autoComplete="off"
        required
      />
      <TextInput
        name="terms"
        label={t.terms}
        inputMode="numeric"
        defaultValue={typed('terms', String(contract?.paymentTermDays ?? 30))}
        error={errors.terms}
        autoComplete="off"
        required
      />
      <TextInput
        name="reference"
        label={t.reference}
        hint={t.referenceHint}
        defaultValue={typed('reference', contract?.reference)}
        error={errors.reference}
        maxLength={80}
        autoComplete="off"
        optional
      />
      <DateInput
        name="signedOn"
        label={t.signedOn}
        defaultValue={typed('signedOn', contract?.signedOn ?? '')}
        error={errors.signedOn}
        optional
      />
    </FormGrid>
  )
}
