// What every page loads: small, and everything by listeners on the document, so that nothing has to be wired again when
// live updates change the page. The live part (SignalR, morphing) is several times as large; it is fetched after the
// page is there, and only by pages that have something live on them.
import { actInPlace } from './act';
import { deviceStorage, Drafts } from './drafts';
import { showState } from './live/indicator';
import { previewInPlace } from './preview';
import { arrangeReply, replyInPlace } from './reply';
import { sendOnce } from './sending';

declare const LIVE_MODULE: string;

const drafts = new Drafts(deviceStorage());
previewInPlace();
actInPlace();
sendOnce(drafts);
replyInPlace(drafts);
drafts.start();

// Errors first: whoever sent a form and got it back hears at once what to mend.
document.querySelector<HTMLElement>('.error-summary')?.focus();

if (document.querySelector('[data-live-stream]:not([data-live-stream=""])')) {
  const start = () => import(LIVE_MODULE)
    .then((live: typeof import('./live')) => live.start({ arrange: arrangeReply }))
    .catch(() => showState('off'));
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
