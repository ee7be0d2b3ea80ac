/** How the outcome of a test looks. */
export const outcomeTone = { passed: 'accepted', failed: 'rejected', blocked: 'overdue' } as const
