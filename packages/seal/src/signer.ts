/**
 * A key that seals documents, and what proves whose it is. The key itself may live in a file, a hardware module or a
 * key service: nobody but `sign` ever has it.
 */
export type Signer = {
  /** SHA-256, in hexadecimal, of the public key (SubjectPublicKeyInfo): the same however often it is certified. */
  keyId: string
  algorithm: 'RSA-PKCS1-SHA256' | 'ECDSA-P256-SHA256'
  /** DER: its own first, then the issuers up to the root. */
  certificates: Uint8Array[]
  /**
   * Signs the bytes themselves: hashing is part of the algorithm. An ECDSA signature comes as DER, as key services
   * give it. Rejects when the key cannot be reached.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
