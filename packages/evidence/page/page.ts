import { BlobReader } from '@zip.js/zip.js/index-native.js'
import type { Certificate } from 'pkijs'
import { certificatesInPem } from '../src/pack/anchors'
import type { Report } from '../src/pack/report'
import { verifyFile } from '../src/pack/verify-file'
import { element, mark } from './element'
import { resultOf } from './result'
import style from './style.css?inline'
import { words } from './words'

type Locale = 'en' | 'de'

// Not a <style>: policies that forbid inline styles allow a style sheet made by a script that they allow.
const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
document.adoptedStyleSheets = [sheet]

const state: {
  locale: Locale
  believed: Certificate[]
  checked: { report: Report; name: string } | null
  isBroken: boolean
} = {
  locale: navigator.language.startsWith('de') ? 'de' : 'en',
  believed: [],
  checked: null,
  isBroken: false,
}

/** What stands behind the # of the address: the digest from a certificate's printed code. */
function scanned(): string | null {
  const digest = location.hash.slice(1)
  return /^[0-9a-f]{64}$/.test(digest) ? digest : null
}

function draw(): void {
  const t = words[state.locale]
  document.documentElement.lang = state.locale
  document.title = `${t.title} · Countersign`
  const digest = scanned()
  const main = element(
    'main',
    {},
    element('h1', {}, t.title),
    element('p', { class: 'lead' }, t.lead),
    ...(digest ? [element('p', { class: 'notice' }, t.scanned(digest))] : []),
    dropZone(),
    beliefs(),
    element('div', { id: 'progress', role: 'status', 'aria-live': 'polite' }),
  )
  if (state.isBroken) main.append(element('p', { class: 'verdict fails', role: 'alert' }, t.failed))
  if (state.checked) main.append(resultOf(state.checked.report, state.checked.name, state.locale))
  main.append(
    element('footer', {}, element('h2', {}, t.proves), ...t.provesText.map((each) => element('p', {}, each))),
  )
  document.body.replaceChildren(head(), main)
}

function head(): HTMLElement {
  const choices = (['en', 'de'] as const).map((locale) => {
    const button = element(
      'button',
      { type: 'button', lang: locale, 'aria-pressed': String(locale === state.locale) },
      locale === 'en' ? 'English' : 'Deutsch',
    )
    button.addEventListener('click', () => {
      state.locale = locale
      draw()
      document.querySelector<HTMLElement>(`nav [lang=${locale}]`)?.focus()
    })
    return button
  })
  const name = element('span', { class: 'mark' })
  name.append(mark(), 'Countersign')
  return element(
    'header',
    {},
    name,
    element('nav', { 'aria-label': words[state.locale].language }, ...choices),
  )
}

function dropZone(): HTMLElement {
  const t = words[state.locale]
  const input = element('input', {
    type: 'file',
    id: 'file',
    accept: '.zip,.pdf,application/zip,application/pdf',
  })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void check(file)
  })
  const zone = element(
    'div',
    { class: 'drop' },
    input,
    element('label', { class: 'choose', for: 'file' }, state.checked ? t.another : t.choose),
    element('span', { class: 'soft' }, t.orDrop),
  )
  return zone
}

function beliefs(): HTMLElement {
  const t = words[state.locale]
  const said = element(
    'p',
    { role: 'status' },
    state.believed.length > 0 ? t.rootsTaken(state.believed.length) : '',
  )
  const input = element('input', { type: 'file', id: 'roots', accept: '.pem,.crt,.cer' })
  input.addEventListener('change', () => void believe(input.files, said))
  return element(
    'details',
    {},
    element('summary', {}, t.roots),
    element('p', { class: 'soft' }, t.rootsText),
    input,
    element('label', { class: 'choose', for: 'roots' }, t.choose),
    said,
  )
}

async function believe(files: FileList | null, said: HTMLElement): Promise<void> {
  const t = words[state.locale]
  const [file] = files ?? []
  if (!file) return
  try {
    state.believed = certificatesInPem(await file.text())
  } catch {
    state.believed = []
  }
  said.textContent = state.believed.length > 0 ? t.rootsTaken(state.believed.length) : t.rootsUnreadable
}

async function check(file: File): Promise<void> {
  const t = words[state.locale]
  const bar = element('progress', { max: '100', 'aria-label': t.checking(file.name) })
  document.querySelector('#progress')?.replaceChildren(element('p', {}, t.checking(file.name)), bar)
  const { believed } = state
  state.checked = null
  state.isBroken = false
  try {
    const report = await verifyFile({
      source: new BlobReader(file),
      scanned: scanned(),
      anchors: believed.length > 0 ? { signers: believed, timestamps: believed } : null,
      onProgress: (read, of) => (bar.value = of > 0 ? Math.min(100, (100 * read) / of) : 100),
    })
    state.checked = { report, name: file.name }
  } catch {
    // A file that vanished or may not be read to its end: the browser says no more.
    state.isBroken = true
  }
  draw()
  document.querySelector<HTMLElement>('#verdict')?.focus()
}

// The whole window takes the file: whoever misses the frame by a finger should not leave the page.
addEventListener('dragover', (event) => {
  event.preventDefault()
  document.querySelector('.drop')?.classList.add('over')
})
addEventListener('dragleave', () => document.querySelector('.drop')?.classList.remove('over'))
addEventListener('drop', (event) => {
  event.preventDefault()
  document.querySelector('.drop')?.classList.remove('over')
  const [file] = event.dataTransfer?.files ?? []
  if (file) void check(file)
})
addEventListener('hashchange', draw)

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', draw)
else draw()
