import { html } from '../lib/lit-html.js';
import { figure } from '../money.js';
import { giveBack as takeBack, recall as goOn } from '../office.js';
import { plain } from '../scans.js';
import { change, state } from '../state.js';
import { nameOf, words } from '../words.js';

const close = () => change({ dialog: null });
const back = () => html`<button type="button" @click=${close}>${words('keep')}<kbd>Esc</kbd></button>`;

/** The sales that are set aside, to go on with one. */
export function recall({ suspended }) {
  return html`
    <h2 id="dialog-title">${words('form.recall')}</h2>
    ${suspended.length ? '' : html`<p class="note">${words('noneSuspended')}</p>`}
    <div class="answers list">
      ${suspended.map(({ suspendedId, lane, operator, tendered }, at) => html`
        <button type="button" data-recall=${suspendedId} ?autofocus=${at === 0} @click=${() => goOn(suspendedId)}>
          <b>${suspendedId}</b><span>${words('suspendedBy', { lane, operator })}</span>${tendered ? figure(tendered) : ''}</button>`)}
      ${back()}
    </div>`;
}

function submit(event, { receiptNumber, lines }) {
  event.preventDefault();
  const chosen = lines
    .map(({ line }) => ({ line, quantity: plain(event.target.elements[`line-${line}`].value) }))
    .filter(({ quantity }) => quantity !== '');
  if (!chosen.length || chosen.some(({ quantity }) => !/^\d{1,9}(\.\d{1,3})?$/.test(quantity))) {
    change({ dialog: { ...state.dialog, problem: words('fillIn', { field: words('quantity') }) } });
    return;
  }
  close();
  takeBack(receiptNumber, chosen);
}

/** A receipt's lines, and how much of each comes back. */
export function giveBack({ closed, problem }) {
  return html`
    <form class="fields" @submit=${(event) => submit(event, closed)}>
      <h2 id="dialog-title">${words('form.return')} ${closed.receiptNumber}</h2>
      <p class="note">${words('chooseLines')}</p>
      <div class="choose">${closed.lines.map((line, at) => html`
        <label for="line-${line.line}"><b>${nameOf(line)}</b><span>${line.quantity}${line.unit === 'kg' ? ' kg' : ''} · ${figure(line.amount)}</span></label>
        <input id="line-${line.line}" name="line-${line.line}" inputmode="decimal" autocomplete="off" placeholder="0" ?autofocus=${at === 0}>`)}
      </div>
      <div class="problems" role="alert">${problem ? html`<p>${problem}</p>` : ''}</div>
      <div class="answers">
        <button type="submit" class="primary" data-answer="do">${words('takeBack')}<kbd>Enter</kbd></button>
        ${back()}
      </div>
    </form>`;
}
