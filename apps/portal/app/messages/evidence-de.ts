import type { evidenceEn } from './evidence-en'

export const evidenceDe: typeof evidenceEn = {
  title: 'Nachweise, die Sie ohne uns prüfen können',
  of: {
    decision:
      'Eine Datei mit dem Zertifikat, den Dateien, über die entschieden wurde, dem Register mit seinen unterzeichneten Prüfpunkten und einer Seite, die alles ohne Netz prüft.',
    project:
      'Eine Datei mit allen Zertifikaten dieses Projekts, den Dateien, über die entschieden wurde, dem Register mit seinen unterzeichneten Prüfpunkten und einer Seite, die alles ohne Netz prüft.',
  },
  download: 'Nachweispaket herunterladen',
  check: 'Paket oder Zertifikat prüfen',
}
