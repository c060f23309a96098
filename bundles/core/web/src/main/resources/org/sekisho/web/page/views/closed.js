import { api } from '../api.js';
import { html } from '../lib/lit-html.js';
import { figure } from '../money.js';
import { state } from '../state.js';
import { words } from '../words.js';

const TRIES = 5;

/** A picture that is not there yet is asked for again. */
function again({ target }) {
  const tries = Number(target.dataset.tries ?? 0) + 1;
  if (tries < TRIES) {
    target.dataset.tries = tries;
    setTimeout(() => { target.src = `${api.receipt(target.dataset.sale)}?again=${tries}`; }, 400 * tries);
  }
}

const pair = (label, value) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** The sale that was just closed: the change, large, and the receipt beside it. */
export function closed() {
  const { saleId, receiptNumber, total, tenders, change, cashRounding } = state.closed;
  return html`
    <div class="closed">
      <section class="given" aria-labelledby="change">
        <h2 id="change">${words(total < 0 ? 'paidBack' : 'change')}</h2>
        <p class="change">${figure(total < 0 ? change - tenders.reduce((sum, { amount }) => sum + amount, 0) : change)}</p>
        <dl>
          ${pair(words('total'), figure(total))}
          ${cashRounding ? pair(words('cashRounding'), figure(cashRounding)) : ''}
          ${tenders.map(({ type, amount }) => pair(words(type === 'cash' && amount > 0 ? 'handedOver' : `tender.${type}`), figure(amount)))}
          ${pair(words('receipt'), receiptNumber)}
        </dl>
        <p class="hint">${words('nextSale')}</p>
      </section>
      <figure class="receipt" tabindex="0" aria-label=${words('receiptPicture', { receipt: receiptNumber })}>
        <img data-sale=${saleId} src=${api.receipt(saleId)} alt=${words('receiptPicture', { receipt: receiptNumber })} @error=${again}>
      </figure>
    </div>`;
}
