/** A position in an address and in a form: its type, its task's number if it has one, and its name. */
export function positionKey(row: { taskUid: number | null; workPackage: string; costType: string }): string {
  return [row.costType, row.taskUid ?? '', row.workPackage].join('|')
}
