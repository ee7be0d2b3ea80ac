/** Tables with a choice of columns and saved views. */
export const tableEn = {
  columns: 'Columns',
  columnsShown: 'Columns that are shown',
  showColumns: 'Show these columns',
  views: (count: number) => (count === 0 ? 'Saved views' : `Saved views (${count})`),
  noViews: 'You have saved no view of this table yet.',
  viewName: 'Name of this view',
  saveView: 'Save this view',
  remove: 'Remove',
  removeView: (name: string) => `Remove the view ${name}`,
  by: 'Put together by',
  rowByRow: 'Nothing: row by row',
  csv: 'Export as CSV',
  xlsx: 'Export as XLSX',
  total: 'Total',
  withoutRate: (currencies: string) => `no rate for ${currencies}`,
  unratedHours: (hours: string) => `${hours} h without a rate`,
  savedTitle: 'This view was not saved',
}
export type TableMessages = typeof tableEn
