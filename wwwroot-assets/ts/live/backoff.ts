// Waits that double up to a limit, spread by chance: after a restart of the server ten thousand browsers must not come
// back in the same second.

export class Backoff {
  private count = 0;

  constructor(private readonly firstMs: number, private readonly longestMs: number, private readonly chance: () => number = Math.random) {}

  get tries(): number {
    return this.count;
  }

  /** Between half and the whole of the wait that is due. */
  next(): number {
    const due = Math.min(this.longestMs, this.firstMs * 2 ** this.count++);
    return due / 2 + due / 2 * this.chance();
  }

  reset(): void {
    this.count = 0;
  }
}
