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
    for (let word = 0; word < this.#words.length; word++) {
      while (this.#words[word] !== 0) {
        const bits = this.#words[word]!
        const bit = 31 - Math.clz32(bits & -bits)
        this.#words[word] = bits & ~(1 << bit)
        visit(this.#order[(word << 5) + bit]!)
      }
    }
  }

  /** Each once, last first; `visit` adds only nodes further ahead. */
  backwards(visit: (node: number) => void): void {
    for (let word = this.#words.length - 1; word >= 0; word--) {
      while (this.#words[word] !== 0) {
        const bit = 31 - Math.clz32(this.#words[word]!)
        this.#words[word] = this.#words[word]! & ~(1 << bit)
        visit(this.#order[(word << 5) + bit]!)
      }
    }
  }
}
