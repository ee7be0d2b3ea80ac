import { describe, expect, test } from 'vitest'
import { providerFrom } from './provider'

describe('the provider', () => {
  test('is a firm of its own in the demo only', () => {
    expect(providerFrom({ COUNTERSIGN_DEMO: '1' }).name).toBe('Halden Systems GmbH')
    for (const env of [{}, { COUNTERSIGN_DEMO: '' }, { PROVIDER_NAME: '', COUNTERSIGN_DEMO: 'yes' }])
      expect(() => providerFrom(env)).toThrow(/set PROVIDER_NAME/)
  })

  test('is who the environment says, with nothing of the demo’s firm', () => {
    const env = {
      COUNTERSIGN_DEMO: '1',
      PROVIDER_NAME: 'Nordlicht AG',
      PROVIDER_ADDRESS: 'Kai 1\\n24103 Kiel',
    }
    expect(providerFrom(env)).toEqual({
      name: 'Nordlicht AG',
      address: ['Kai 1', '24103 Kiel'],
      taxId: null,
      email: null,
      payTo: null,
    })
  })
})
