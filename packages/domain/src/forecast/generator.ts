/**
 * The state of one xoshiro128** generator (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators",
 * 2021): 32 bits a draw, period 2^128 − 1, the same on every machine because it only uses 32-bit integers.
 */
export type Stream = Int32Array

const STEPS = [0x9e3779b9, 0x7f4a7c15, 0x1b873593, 0x6a09e667]

/**
 * One stream for each number under a seed. Each task has its own, so that a change of the plan shows what the change
 * does and not other dice. Distinct numbers below 2^32 have distinct states: every step here is a bijection.
 */
export function streamFor(seed: number, number: number): Stream {
  const spread = Math.imul(number, 0x9e3779b1)
  return Int32Array.from(STEPS, (step) => mixed(mixed((seed | 0) + step) ^ spread))
}

/** Fills with draws strictly between 0 and 1, each the middle of one of 2^32 equal parts. */
export function fillUniform(stream: Stream, into: Float64Array): void {
  let [a, b, c, d] = [stream[0]!, stream[1]!, stream[2]!, stream[3]!]
  for (let at = 0; at < into.length; at++) {
    const five = Math.imul(b, 5)
    const drawn = Math.imul((five << 7) | (five >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    into[at] = ((drawn >>> 0) + 0.5) * 2 ** -32
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = d
}

/** The finaliser of MurmurHash3 (Austin Appleby): every bit of the input moves every bit of the output. */
function mixed(word: number): number {
  let hash = word
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
