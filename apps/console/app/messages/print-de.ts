import type { printEn } from './print-en'

export const printDe: typeof printEn = {
  title: 'Den Plan drucken',
  note: 'Strukturplan und Zeitachse als PDF, mit der Erklärung der Zeichen. Was nicht auf eine Seite passt, geht auf weiteren weiter.',
  width: 'Breite einer Seite in Millimetern',
  widthHint: 'Im Querformat: A4 ist 297, A3 420, A2 594, A1 841, A0 1189. Von 180 bis 5000.',
  pages: 'Seiten nebeneinander',
  pagesHint: 'Über so viele erstreckt sich die Zeitachse, jede mit dem Strukturplan links. 1 bis 20.',
  make: 'PDF erstellen',
  making: 'Die Datei wird erstellt …',
  made: 'Die Datei ist fertig: Ihr Browser hat sie bei den Downloads.',
  failed: 'Die Datei ließ sich nicht erstellen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  back: 'Zurück zum Plan',
  link: 'Drucken (PDF)',
}
