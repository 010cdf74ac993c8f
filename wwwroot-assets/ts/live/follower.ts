// One stream as this browser knows it. Rule: what is shown is the stream up to event `known`; event known+1 is applied
// when it comes, anything later means something was missed and is asked for by number. So it does not matter which
// transport lost what: a page ends equal to a fresh load.
//
// While an answer is on its way, what the hub sends is put aside and applied after it, if it continues it.

/** A server that lags behind what its hub sends (a replica, a cache) must not be asked without end; the next event asks again. */
const mostRounds = 3;

export interface LiveEvent {
  number: number;
  /** Elements to show; empty when a later event of the same answer shows the same thing. */
  html: string;
}

export interface LiveAnswer {
  number: number;
  /** Too much was missed: load the page anew. */
  reload: boolean;
  events: LiveEvent[];
}

export interface Source {
  after(stream: string, number: number): Promise<LiveAnswer>;
  apply(events: LiveEvent[]): void;
  /** Shows the page anew and tells each follower its number by `restartAt`. */
  reload(): Promise<void>;
}

export class Follower {
  private aside = new Map<number, string>();
  private asking: Promise<void> | undefined;
  private askAgain = false;

  constructor(readonly stream: string, private known: number, private readonly source: Source) {}

  get number(): number {
    return this.known;
  }

  /** An event from the hub. Rejects only when something was missed and asking for it failed. */
  async receive(number: number, html: string): Promise<void> {
    if (number <= this.known) return;
    if (!this.asking && number === this.known + 1) {
      this.known = number;
      this.source.apply([{ number, html }]);
      return;
    }
    this.aside.set(number, html);
    if (!this.asking) await this.catchUp();
  }

  /** Asks for everything after `known`. Called while an answer is under way, it asks once more after it. */
  catchUp(): Promise<void> {
    if (this.asking) {
      this.askAgain = true;
      return this.asking;
    }
    this.asking = this.ask().finally(() => this.asking = undefined);
    return this.asking;
  }

  restartAt(number: number): void {
    this.known = number;
  }

  private async ask(): Promise<void> {
    this.askAgain = true;
    for (let rounds = 0; this.askAgain && rounds < mostRounds; rounds++) {
      this.askAgain = false;
      const answer = await this.source.after(this.stream, this.known);
      if (answer.reload) {
        await this.source.reload();
        this.askAgain = true;
      } else {
        this.take(answer);
      }
    }
  }

  private take(answer: LiveAnswer): void {
    const events = answer.events.filter(event => event.number > this.known);
    this.known = Math.max(this.known, answer.number);
    for (let html; (html = this.aside.get(this.known + 1)) !== undefined;) events.push({ number: ++this.known, html });
    for (const number of this.aside.keys()) {
      if (number <= this.known) this.aside.delete(number);
      else this.askAgain = true;
    }
    if (events.length > 0) this.source.apply(events);
  }
}
