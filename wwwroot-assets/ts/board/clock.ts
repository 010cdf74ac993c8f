// The time of the office, not of the machine behind the screen, whose battery may be long dead: the server's clock is
// asked now and then, and the zone is written in the page.

const askEveryMs = 15 * 60_000;

export class Clock {
  private offsetMs = 0;

  /** @param reached Told after each answer of the server, with the time it gave. */
  constructor(private readonly face: HTMLElement | null, private readonly day: HTMLElement | null, private readonly reached: (now: Date) => void) {}

  start(): void {
    this.tick();
    setInterval(() => this.tick(), 1000);
    void this.ask();
    setInterval(() => void this.ask(), askEveryMs);
  }

  private tick(): void {
    const now = new Date(Date.now() + this.offsetMs);
    const timeZone = this.face?.dataset['zone'] ?? 'Asia/Jakarta';
    const language = document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID';
    write(this.face, now.toLocaleTimeString(language, { timeZone, hour: '2-digit', minute: '2-digit' }));
    write(this.day, now.toLocaleDateString(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));
  }

  private async ask(): Promise<void> {
    const asked = Date.now();
    const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
    const told = Date.parse(answer?.headers.get('date') ?? '');
    if (!answer?.ok || Number.isNaN(told)) return;
    this.offsetMs = told - (asked + Date.now()) / 2;
    this.reached(new Date(told));
  }
}

function write(place: HTMLElement | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
