// Says whether the page is live, in the page's words. Silent until the first attempt has an outcome.

export type LiveState = 'live' | 'waiting' | 'off';

export function showState(state: LiveState): void {
  document.querySelectorAll<HTMLElement>('[data-live-indicator]').forEach(sign => {
    const text = sign.dataset[state === 'live' ? 'textLive' : state === 'waiting' ? 'textWaiting' : 'textOff'] ?? '';
    if (sign.dataset['state'] === state && sign.textContent === text) return;
    sign.dataset['state'] = state;
    sign.textContent = text;
  });
}
