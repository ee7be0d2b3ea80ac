export const evidenceEn = {
  title: 'Evidence that you can check without us',
  of: {
    decision:
      'One file with the certificate, the files that were decided on, the ledger with its signed checkpoints, and a page that checks all of it offline.',
    project:
      'One file with every certificate of this project, the files that were decided on, the ledger with its signed checkpoints, and a page that checks all of it offline.',
  },
  download: 'Download the evidence pack',
  check: 'Check a pack or a certificate',
}
