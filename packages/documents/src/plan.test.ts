import { plan } from '@countersign/domain/schedule/plan-examples'
import { describe, expect, test } from 'vitest'
import { readPdf } from './pdf-text.fixture'
import { renderPlan } from './plan'
import { everyRow, longPlan, printedPlan } from './plan.fixture'

const sizeOf = (file: Buffer) => {
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(file.toString('latin1'))!
  return [Math.round((Number(width) * 25.4) / 72), Math.round((Number(height) * 25.4) / 72)]
}

describe('a printed plan', () => {
  test('lists every task with its dates and says when it was planned', async () => {
    const { text, title, pages } = await readPdf(await renderPlan(printedPlan(everyRow)))
    expect(title).toBe('Project plan NORD-26')
    expect(pages).toHaveLength(1)
    expect(text).toContain('As planned on 18 March 2026')
    for (const said of [
      'Berth and apron',
      'Site survey',
      '02/03/26',
      '11/03/26',
      '40 %',
      'Rails 张伟',
      'Page 1 of 1',
    ])
      expect(text).toContain(said)
  })

  test('explains the signs it uses and no others', async () => {
    const { text } = await readPdf(await renderPlan(printedPlan(everyRow)))
    for (const sign of ['Baseline', 'Deadline missed', 'Inactive', 'Dated by hand', 'Milestone', 'Today'])
      expect(text).toContain(sign)
    const plain = await readPdf(await renderPlan(printedPlan(longPlan(3))))
    expect(plain.text).toContain('Critical: on a thick base')
    expect(plain.text).not.toContain('Baseline')
  })

  test('speaks German', async () => {
    const { text, title } = await readPdf(await renderPlan(printedPlan(everyRow, { locale: 'de' })))
    expect(title).toBe('Projektplan NORD-26')
    expect(text).toContain('Stand der Planung: 18. März 2026')
    expect(text).toContain('02.03.26')
  })

  test('is as wide as asked for, and as high as that sheet lying on its side', async () => {
    for (const width of [180, 420, 1189, 5_000])
      expect(sizeOf(await renderPlan(printedPlan(everyRow, { width })))).toEqual([
        width,
        Math.round(width / Math.SQRT2),
      ])
  })

  test('goes on over further pages with every row once, and its head again', async () => {
    const { pages, pieces } = await readPdf(await renderPlan(printedPlan(longPlan(200))))
    expect(pages.length).toBeGreaterThan(2)
    const named = pieces.filter(({ text }) => /^Step \d+$/.test(text)).map(({ text }) => text)
    expect(named).toEqual(Array.from({ length: 200 }, (_, at) => `Step ${at + 1}`))
    for (const page of pages) expect(page).toContain('Finish')
  })

  test('spreads its timeline over pages side by side, each with the breakdown', async () => {
    const one = await readPdf(await renderPlan(printedPlan(longPlan(20))))
    const three = await readPdf(await renderPlan(printedPlan(longPlan(20), { pagesAcross: 3 })))
    expect(one.pages).toHaveLength(1)
    expect(three.pages).toHaveLength(3)
    for (const page of three.pages) expect(page).toContain('Step 20')
  })

  test('says so where there is nothing to print', async () => {
    const { text } = await readPdf(await renderPlan(printedPlan(plan([]))))
    expect(text).toContain('This plan has no tasks yet.')
  })

  test('is the same file for the same plan', async () => {
    const once = await renderPlan(printedPlan(everyRow))
    expect((await renderPlan(printedPlan(everyRow))).equals(once)).toBe(true)
  })

  test.each([
    [{ width: 10 }, 'no page is 10 mm wide'],
    [{ width: NaN }, 'no page is NaN mm wide'],
    [{ pagesAcross: 0 }, 'no plan goes over 0 pages'],
    [{ pagesAcross: 21 }, 'no plan goes over 21 pages'],
  ])('refuses %o', async (wrong, why) => {
    await expect(renderPlan(printedPlan(everyRow, wrong))).rejects.toThrow(why)
  })
})
