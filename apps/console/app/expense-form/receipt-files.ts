/** The fields of the form that may hold the receipt, and what it may be. */
export const receiptFile = {
  fields: ['photo', 'receipt'],
  mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
} as const
