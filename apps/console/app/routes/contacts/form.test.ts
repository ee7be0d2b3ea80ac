import { parseForm } from '@countersign/http/forms'
import { describe, expect, test } from 'vitest'
import { invitationForm, invitationOf } from './form'

function sent(fields: Record<string, string>) {
  const form = new FormData()
  const all = {
    name: 'Ada Grey',
    email: 'ada@harbour.example',
    jobTitle: '',
    role: 'signatory',
    endUserGroup: '',
    currency: 'EUR',
    upTo: '250000',
    changesUpTo: '',
    fromOn: '2026-03-01',
    toOn: '',
    evidence: 'Board minutes 12',
    ...fields,
  }
  for (const [name, value] of Object.entries(all)) form.append(name, value)
  return parseForm(form, invitationForm('en', 'EUR'))
}

describe('an authority', () => {
  test('does not end before it begins', async () => {
    expect(await sent({ toOn: '2026-02-28' })).toMatchObject({
      ok: false,
      errors: { toOn: 'ends-before-it-begins' },
    })
  })

  test('may last one day', async () => {
    const form = await sent({ toOn: '2026-03-01' })
    expect(form.ok && invitationOf(form.value).authority).toEqual({
      currency: 'EUR',
      upToMinor: 25_000_000n,
      changesUpToMinor: null,
      fromOn: '2026-03-01',
      toOn: '2026-03-01',
      evidence: 'Board minutes 12',
    })
  })
})
