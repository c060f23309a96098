import { html } from '../lib/lit-html.js';
import { figure } from '../money.js';
import { endSale, payBack } from '../settle.js';
import { words } from '../words.js';

/** More comes back than goes out, or the same: what is owed to the customer, and how they get it. */
export function payBackPane(due) {
  const first = (event) => {
    event.preventDefault();
    if (due) {
      payBack('cash');
    } else {
      endSale();
    }
  };
  return html`
    <form class="cash" @submit=${first}>
      <p class="label">${words('owed')}</p>
      <p class="due">${figure(-due)}</p>
      <input class="unseen" data-home readonly aria-label=${words('owed')}>
      <div class="notes">
        ${due ? html`
          <button type="button" data-refund="cash" @click=${() => payBack('cash')}>${words('refundCash')}</button>
          <button type="button" data-refund="card" @click=${() => payBack('card')}>${words('refundCard')}</button>` : html`
          <button type="button" data-refund="none" @click=${endSale}>${words('endSale')}</button>`}
      </div>
    </form>`;
}
