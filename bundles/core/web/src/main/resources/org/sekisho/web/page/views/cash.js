import { html } from '../lib/lit-html.js';
import { amountOf, figure, grouped, likelyAmounts } from '../money.js';
import { isCode } from '../scans.js';
import { change, state } from '../state.js';
import { ring, takeCash } from '../till.js';
import { words } from '../words.js';
import { payBackPane } from './pay-back.js';

function submit(event) {
  event.preventDefault();
  const field = event.target.elements.amount;
  const typed = field.value.replaceAll(',', '');
  field.value = '';
  const amount = amountOf(typed);
  if (isCode(typed)) {
    ring(typed); // somebody scanned one more thing
  } else if (amount) {
    takeCash(amount);
  } else {
    change({ problems: [words('noAmount')] });
  }
}

function regroup({ target }) {
  if (target.selectionStart === target.value.length) {
    target.value = grouped(target.value);
  }
}

/** What is due, what was handed over; Enter takes it. */
export function cash() {
  const due = state.sale?.due;
  if (due === undefined) {
    return html`<form class="cash" @submit=${(event) => event.preventDefault()}><input class="unseen" data-home aria-label=${words('handedOver')}></form>`;
  }
  if (due <= 0) {
    return payBackPane(due);
  }
  return html`
    <form class="cash" @submit=${submit}>
      <p class="label">${words('due')}</p>
      <p class="due">${figure(due)}</p>
      <label for="amount">${words('handedOver')}</label>
      <input id="amount" name="amount" data-home inputmode="none" autocomplete="off" placeholder="0" @input=${regroup}>
      <div class="notes" role="group" aria-label=${words('notes')}>
        ${likelyAmounts(due).map((amount) => html`
          <button type="button" class="note" data-amount=${amount} @click=${() => takeCash(amount)}>
            ${amount === due ? html`<small>${words('exact')}</small>` : ''}${figure(amount)}</button>`)}
      </div>
      <div class="notes others" role="group" aria-label=${words('otherTenders')}>
        ${['card', 'voucher'].map((form) => html`
          <button type="button" data-pay=${form} @click=${() => change({ dialog: { kind: 'form', form } })}>${words(`tender.${form}`)}<kbd>${form === 'card' ? 'F3' : 'F6'}</kbd></button>`)}
      </div>
    </form>`;
}
