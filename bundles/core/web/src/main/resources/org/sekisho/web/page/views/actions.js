import { beginCash, beginMore, beginVoidLine, beginVoidSale, stepBack } from '../deeds.js';
import { html } from '../lib/lit-html.js';
import { home } from '../keys.js';
import { state } from '../state.js';
import { words } from '../words.js';

const action = (id, kind, does, key, isOff) => html`
  <button type="button" class=${kind} data-action=${id} ?disabled=${isOff} @click=${does}>${words(id)}<kbd>${key}</kbd></button>`;

/** What can be done with the sale as it stands. */
export function actions() {
  if (state.paying) {
    return html`
      <div class="actions">
        ${action('back', 'wide', stepBack, 'Esc', false)}
        ${action(state.sale?.due <= 0 ? 'doIt' : 'take', 'primary wide', () => home().form.requestSubmit(), 'Enter', !state.sale)}
      </div>`;
  }
  const isBlocked = state.atTerminal || Boolean(state.sale?.paymentUnknown);
  const isEmpty = isBlocked || !state.sale?.lines.length;
  return html`
    <div class="actions">
      ${action('voidLine', '', beginVoidLine, 'Del', isEmpty)}
      ${action('voidSale', '', beginVoidSale, 'F8', isBlocked || !state.sale)}
      ${action('more', 'wide', beginMore, 'F7', isBlocked)}
      ${action('cash', 'primary wide', beginCash, 'F9', isEmpty)}
    </div>`;
}
