import { describe, expect, test, vi } from 'vitest'

describe('the office', () => {
  const lateEvening = new Date('2026-03-31T22:30:00Z')
  async function officeIn(timeZone: string) {
    vi.stubEnv('OFFICE_TIME_ZONE', timeZone)
    vi.resetModules()
    return import('./office.server').finally(() => vi.unstubAllEnvs())
  }

  test('has one day for everybody, in Berlin unless it is elsewhere', async () => {
    expect((await officeIn('')).officeDay(lateEvening)).toBe('2026-04-01')
    expect((await officeIn('Europe/London')).officeDay(lateEvening)).toBe('2026-03-31')
  })

  test('is in a time zone that exists', async () => {
    await expect(officeIn('Europe/Entenhausen')).rejects.toThrow(/OFFICE_TIME_ZONE must be a time zone/)
  })
})
