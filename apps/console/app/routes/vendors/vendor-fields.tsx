import { Button } from '@countersign/ui/button'
import { Checkbox, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { buyingMessages } from '../../messages/buying'
import { useSubmitted } from '../../submitted'

type Vendor = { name: string; address: string; taxNumber: string; isActive: boolean }

/** The form of a new vendor, and of one that is known. */
export function VendorFields({ known }: { known?: Vendor }) {
  const t = useMessages(buyingMessages).vendors
  const { problems, errors, typed, isBack } = useSubmitted()
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <TextInput
        name="name"
        label={t.name}
        defaultValue={typed('name', known?.name)}
        error={errors.name}
        maxLength={120}
        required
      />
      <TextArea
        name="address"
        label={t.address}
        rows={3}
        defaultValue={typed('address', known?.address)}
        error={errors.address}
        optional
      />
      <TextInput
        name="taxNumber"
        label={t.taxNumber}
        width="medium"
        defaultValue={typed('taxNumber', known?.taxNumber)}
        error={errors.taxNumber}
        maxLength={40}
        optional
      />
      {known ? (
        <Checkbox
          name="isActive"
          label={t.isActive}
          hint={t.isActiveHint}
          defaultChecked={isBack ? typed('isActive') === 'on' : known.isActive}
        />
      ) : null}
      <div>
        <Button variant="primary">{known ? t.save : t.submit}</Button>
      </div>
    </form>
  )
}
