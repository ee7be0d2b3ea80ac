import type { TableMessages } from './table-en'

export const tableDe: TableMessages = {
  columns: 'Spalten',
  columnsShown: 'Gezeigte Spalten',
  showColumns: 'Diese Spalten zeigen',
  views: (count) => (count === 0 ? 'Gespeicherte Ansichten' : `Gespeicherte Ansichten (${count})`),
  noViews: 'Sie haben noch keine Ansicht dieser Tabelle gespeichert.',
  viewName: 'Name dieser Ansicht',
  saveView: 'Ansicht speichern',
  remove: 'Entfernen',
  removeView: (name) => `Ansicht ${name} entfernen`,
  by: 'Zusammenfassen nach',
  rowByRow: 'Nicht: Zeile für Zeile',
  csv: 'Als CSV exportieren',
  xlsx: 'Als XLSX exportieren',
  total: 'Summe',
  withoutRate: (currencies) => `kein Kurs für ${currencies}`,
  unratedHours: (hours) => `${hours} h ohne Satz`,
  savedTitle: 'Diese Ansicht wurde nicht gespeichert',
}
