// One connection for all streams of the page. SignalR chooses the transport; when none holds, the same catch-up address
// is asked every quarter of a minute, ever more seldom, so that a network that blocks everything but plain requests
// still brings the news.
//
// The order matters: join first, then ask for what was missed. The other way round an event between the two is lost
// until the next one shows the gap.
//
// A tab nobody looks at lets go of its connection after five minutes: it costs a phone its battery and, kept by ten
// thousand forgotten tabs, the server its memory. Coming back catches up by number.
import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { acted } from '../act';
import type { Follower } from './follower';
import { showState } from './indicator';
import { Backoff } from './backoff';

const letGoAfterMs = 5 * 60_000;

export class Connection {
  private readonly hub: HubConnection;
  private readonly retry = new Backoff(1_000, 30_000);
  private readonly poll = new Backoff(15_000, 120_000);
  private wanted = true;
  private retryTimer: number | undefined;
  private pollTimer: number | undefined;
  private hiddenTimer: number | undefined;

  constructor(private readonly followers: ReadonlyMap<string, Follower>, private readonly keepWhenHidden: boolean) {
    this.hub = new HubConnectionBuilder().withUrl('/live').configureLogging(LogLevel.None).build();
    this.hub.on('changed', (stream: string, number: number, html: string) => {
      followers.get(stream)?.receive(number, html).catch(() => this.pollSoon());
    });
    this.hub.onclose(() => this.lost());
  }

  start(): void {
    document.addEventListener('visibilitychange', () => document.hidden ? this.hidden() : this.back());
    document.addEventListener(acted, () => { if (!this.isLive) this.catchUp().catch(() => {}); });
    addEventListener('online', () => this.back());
    addEventListener('offline', () => showState('waiting'));
    // A page with an open socket is not kept in the browser's memory; without one, "back" is instant.
    addEventListener('pagehide', () => this.letGo());
    addEventListener('pageshow', event => event.persisted && this.back());
    void this.connect();
  }

  private get isLive(): boolean {
    return this.hub.state === HubConnectionState.Connected;
  }

  private async connect(): Promise<void> {
    clearTimeout(this.retryTimer);
    if (!this.wanted || this.hub.state !== HubConnectionState.Disconnected) return;
    try {
      await this.hub.start();
      await Promise.all([...this.followers.keys()].map(stream => this.hub.invoke('Join', stream)));
      await this.catchUp();
      this.retry.reset();
      this.poll.reset();
      clearTimeout(this.pollTimer);
      this.pollTimer = undefined;
      showState('live');
    } catch {
      if (this.isLive) await this.hub.stop().catch(() => {});
      else this.lost();
    }
  }

  private lost(): void {
    if (!this.wanted) return;
    showState(this.retry.tries < 4 ? 'waiting' : 'off');
    clearTimeout(this.retryTimer);
    this.retryTimer = window.setTimeout(() => void this.connect(), this.retry.next());
    this.pollSoon();
  }

  private pollSoon(): void {
    if (this.pollTimer !== undefined || !this.wanted) return;
    this.pollTimer = window.setTimeout(() => {
      this.pollTimer = undefined;
      this.catchUp()
        .then(() => this.poll.reset(), () => {})
        .then(() => { if (!this.isLive) this.pollSoon(); });
    }, this.poll.next());
  }

  private async catchUp(): Promise<void> {
    await Promise.all([...this.followers.values()].map(follower => follower.catchUp()));
  }

  private hidden(): void {
    if (!this.keepWhenHidden) this.hiddenTimer = window.setTimeout(() => this.letGo(), letGoAfterMs);
  }

  private letGo(): void {
    this.wanted = false;
    clearTimeout(this.retryTimer);
    clearTimeout(this.pollTimer);
    this.pollTimer = undefined;
    void this.hub.stop().catch(() => {});
  }

  private back(): void {
    clearTimeout(this.hiddenTimer);
    this.wanted = true;
    this.retry.reset();
    // Asked even when the connection looks alive: a phone that slept may not know yet that it is dead.
    if (this.isLive) this.catchUp().then(() => showState('live'), () => this.pollSoon());
    else void this.connect();
  }
}
