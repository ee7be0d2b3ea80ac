declare module 'virtual:accompanying' {
  export const accompanying: {
    verifierPage: string
    chainCheck: string
    ledgerFormat: string
    schema: string
  }
}
