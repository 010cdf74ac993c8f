// What no event tells: days left, turnout, a newer version of the site. The board's own page is asked for now and then,
// and only what came back whole is shown; a screen whose network is gone keeps what it has. A board that could not load
// its live part would show old announcements until the night; it begins anew as soon as the server answers.

const askEveryMs = 60_000;

export class Fresh {
  /**
   * @param side The part of the page that is made equal to the fresh page's.
   * @param isWhole Whether everything the page is made of has been loaded.
   */
  constructor(private readonly side: string, private readonly isWhole: () => boolean) {}

  start(): void {
    setInterval(() => void this.ask(), askEveryMs);
  }

  async ask(): Promise<void> {
    const answer = await fetch(location.href, { cache: 'no-store', headers: { Accept: 'text/html' } }).catch(() => undefined);
    if (!answer?.ok || answer.redirected) return;
    const text = await answer.text().catch(() => '');
    const page = new DOMParser().parseFromString(text, 'text/html');
    const version = page.body.dataset['version'];
    if (!version) return;
    if (version !== document.body.dataset['version'] || !this.isWhole()) {
      // The server has just answered with that very page, so loading it cannot end on an error page.
      location.reload();
      return;
    }
    const [shown, fresh] = [document.querySelector(this.side), page.querySelector(this.side)];
    if (shown && fresh && shown.innerHTML !== fresh.innerHTML) shown.replaceWith(document.importNode(fresh, true));
  }
}
