import { html } from '../lib/lit-html.js';
import { state } from '../state.js';
import { words } from '../words.js';

const band = (kind, text) => html`<p class="band ${kind}">${text}</p>`;

function waitingText({ step, receiptNumber, sales, reason }) {
  const what = words(step === 'drawer' ? 'drawerWaits' : step === 'receipt' ? 'receiptWaits' : 'stepWaits', { receipt: receiptNumber, step });
  return [what, sales > 1 ? words('moreWait', { sales: sales - 1 }) : '', reason].filter(Boolean).join(' ');
}

/** What everybody at this register must know, over everything else. */
export function notices() {
  const { development, trust, waiting } = state.register;
  return html`
    <div class="notices" role="status">
      ${state.offline ? band('fault', words('offline')) : ''}
      ${waiting.map((step) => band('warning', waitingText(step)))}
      ${(state.sale?.leftOut ?? []).map((reason) => band('warning', words('ruleLeftOut', { reason })))}
      ${trust ? band('warning', trust.message) : ''}
      ${development ? band('development', words('development')) : ''}
    </div>`;
}
