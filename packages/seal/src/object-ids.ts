/** The object identifiers that we write and read, named as RFC 5652, 5035, 3161 and 5280 name them. */
export const oid = {
  signedData: '1.2.840.113549.1.7.2',
  content: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  timestampContent: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha256WithEcdsa: '1.2.840.10045.4.3.2',
  purposeTimestamping: '1.3.6.1.5.5.7.3.8',
  purposeDocumentSigning: '1.3.6.1.5.5.7.3.36',
  purposeMail: '1.3.6.1.5.5.7.3.4',
} as const
