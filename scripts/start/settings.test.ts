import { describe, expect, test } from 'vitest'
import { readSettings } from './settings'

const own = {
  PORTAL_DATABASE_URL: 'postgres://portal_app:p@db.example:5432/countersign',
  CONSOLE_DATABASE_URL: 'postgres://console_app:p@db.example:5432/countersign',
  WORKER_DATABASE_URL: 'postgres://worker_app:p@db.example:5432/countersign',
}

describe('what the environment asks for', () => {
  test('is the demo on three ports with the embedded server when it says nothing', () => {
    const settings = readSettings({})
    expect(settings.ports).toEqual({ portal: 3000, console: 3001, mailbox: 3002 })
    expect(settings.origins.portal).toBe('http://localhost:3000')
    expect(settings.database).toBeNull()
    expect(settings.demo).toBe(true)
  })

  test.each(['abc', '0', '65536', '-1', '3000 ', '3e3'])('refuses "%s" as a port', (port) => {
    expect(() => readSettings({ PORTAL_PORT: port })).toThrow(/^PORTAL_PORT must be a port number/)
  })

  test('refuses one port for two apps', () => {
    expect(() => readSettings({ CONSOLE_PORT: '3000' })).toThrow(/three different ports/)
  })

  test('switches the embedded server off with all three roles’ URLs', () => {
    expect(readSettings(own).database).toEqual({
      portal: own.PORTAL_DATABASE_URL,
      console: own.CONSOLE_DATABASE_URL,
      worker: own.WORKER_DATABASE_URL,
      admin: null,
    })
  })

  test('names the URLs that are missing beside the given ones', () => {
    expect(() => readSettings({ ...own, WORKER_DATABASE_URL: '' })).toThrow(/missing: WORKER_DATABASE_URL\./)
  })

  test.each(['nonsense', 'mysql://u:p@h/d', 'postgres://h/d', 'postgres://u:p@h', 'postgres://u:p@'])(
    'refuses the database URL "%s"',
    (url) => {
      expect(() => readSettings({ ...own, PORTAL_DATABASE_URL: url })).toThrow(/^PORTAL_DATABASE_URL /)
    },
  )

  test('never repeats a password in a refusal', () => {
    const refused = () => readSettings({ ...own, PORTAL_DATABASE_URL: 'postgres://u:hunter2@h' })
    expect(refused).toThrow(expect.not.stringContaining('hunter2') as never)
  })

  test('gives no process the database URLs of the others', () => {
    expect(Object.keys(readSettings({ ...own, PATH: '/bin' }).env)).toEqual(['PATH'])
  })

  test('is no demo once mail really goes out', () => {
    expect(readSettings({ SMTP_URL: 'smtp://mail.example' }).demo).toBe(false)
    expect(readSettings({ COUNTERSIGN_PRODUCTION: '1' }).demo).toBe(false)
  })
})
