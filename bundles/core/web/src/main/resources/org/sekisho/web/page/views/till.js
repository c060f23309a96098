import { html } from '../lib/lit-html.js';
import { spoken } from '../money.js';
import { state } from '../state.js';
import { ring } from '../till.js';
import { nameOf, words } from '../words.js';
import { actions } from './actions.js';
import { cash } from './cash.js';
import { closed } from './closed.js';
import { keypad } from './keypad.js';
import { lines } from './lines.js';
import { problems } from './problems.js';
import { totals } from './totals.js';
import { waiting } from './waiting.js';

function submit(event) {
  event.preventDefault();
  const field = event.target.elements.scan;
  // Emptied at once: the next code may already be on its way.
  const typed = field.value;
  field.value = '';
  ring(typed);
}

function scanField() {
  return html`
    <form class="scan" @submit=${submit}>
      <label for="scan">${words('scan')}</label>
      <input id="scan" name="scan" ?data-home=${!state.paying} inputmode="none" autocomplete="off" autocapitalize="off" spellcheck="false"
        enterkeyhint="enter" placeholder=${words('scanHint')}>
      <span class="unanswered" aria-hidden="true">${state.unanswered ? words('unanswered', { count: state.unanswered }) : ''}</span>
    </form>`;
}

function heard() {
  if (state.closed) {
    return words('heardClosed', { change: spoken(state.closed.change) });
  }
  const line = state.sale?.lines.find(({ line }) => line === (state.selected ?? state.added));
  const total = state.sale ? words('heardTotal', { total: spoken(state.sale.total) }) : '';
  return line ? `${nameOf(line)} ${spoken(line.amount)} ${total}` : total;
}

/** The till: what is sold on the left, what it costs and the keys on the right. */
export function till() {
  const work = state.atTerminal || state.sale?.paymentUnknown ? waiting() : state.paying ? cash() : state.closed ? closed() : lines();
  return html`
    <main class="till">
      <section class="work">${scanField()} ${problems()} ${work}</section>
      <aside class="side">${totals()} ${keypad()} ${actions()}</aside>
      <p class="unseen" aria-live="polite">${heard()}</p>
    </main>`;
}

let shown = null;

/** Scrolls to the line that was added or selected last. */
export function showNewest() {
  const line = state.selected ?? state.added;
  const row = document.querySelector(`[data-line="${line}"]`);
  if (row && line !== shown) {
    row.scrollIntoView({ block: 'nearest' });
  }
  shown = row ? line : null;
}
