/** Nodes still to visit, by where they stand in the order; adding while walking is what it is for. */
export class NodeSet {
  readonly #words: Uint32Array
  readonly #position: Int32Array
  readonly #order: Int32Array

  constructor(order: Int32Array, position: Int32Array) {
    this.#order = order
    this.#position = position
    this.#words = new Uint32Array((order.length >> 5) + 1)
  }

  add(node: number): void {
    const at = this.#position[node]!
    this.#words[at >> 5]! |= 1 << (at & 31)
  }

  /** Each once, in order; `visit` adds only nodes further on. */
  forwards(visit: (node: number) => void): void {
    const [words, order] = [this.#words, this.#order]
    for (let word = 0; word < words.length; word++) {
      for (let bits = words[word]!; bits !== 0; bits = words[word]!) {
        const bit = 31 - Math.clz32(bits & -bits)
        words[word] = bits & ~(1 << bit)
        visit(order[(word << 5) + bit]!)
      }
    }
  }

  /** Each once, last first; `visit` adds only nodes further ahead. */
  backwards(visit: (node: number) => void): void {
    const [words, order] = [this.#words, this.#order]
    for (let word = words.length - 1; word >= 0; word--) {
      for (let bits = words[word]!; bits !== 0; bits = words[word]!) {
        const bit = 31 - Math.clz32(bits)
        words[word] = bits & ~(1 << bit)
        visit(order[(word << 5) + bit]!)
      }
    }
  }
}
