import { html } from '../lib/lit-html.js';
import { spoken } from '../money.js';
import { change, state } from '../state.js';
import { voidLine, voidSale } from '../till.js';
import { nameOf, words } from '../words.js';
import { approval } from './approval.js';
import { giveBack, recall } from './chosen.js';
import { form, told } from './form.js';
import { help } from './help.js';
import { more } from './more.js';

const close = () => change({ dialog: null });

function then(deed) {
  return () => {
    close();
    deed();
  };
}

const back = () => html`<button type="button" @click=${close}>${words('keep')}<kbd>Esc</kbd></button>`;

function askVoidLine({ line }) {
  return html`
    <h2 id="dialog-title">${words('askVoidLine', { number: line.line })}</h2>
    <p class="subject">${nameOf(line)}<span>${spoken(line.amount)}</span></p>
    <div class="answers">
      <button type="button" class="primary" data-answer="void" autofocus @click=${then(() => voidLine(line.line))}>${words('voidIt')}<kbd>Enter</kbd></button>
      ${back()}
    </div>`;
}

function askVoidSale() {
  const reason = (key, isFirst) => html`
    <button type="button" data-answer=${key} ?autofocus=${isFirst} @click=${then(() => voidSale(words(key)))}>${words(key)}</button>`;
  return html`
    <h2 id="dialog-title">${words('askVoidSale')}</h2>
    <p class="subject">${words('total')}<span>${spoken(state.sale?.total ?? 0)}</span></p>
    <div class="answers">
      ${reason('reason.customer', true)} ${reason('reason.mistake', false)} ${reason('reason.other', false)}
      ${back()}
    </div>`;
}

const contents = { approval, form, giveBack, help, more, recall, told, voidLine: askVoidLine, voidSale: askVoidSale };

/** The one question, or the help, that stands before the till. */
export function dialog() {
  const { dialog: open } = state;
  return html`
    <dialog aria-labelledby="dialog-title" @cancel=${close} @click=${(event) => event.target.tagName === 'DIALOG' && close()}>
      ${open ? html`<div class="sheet ${open.kind}">${contents[open.kind](open)}</div>` : ''}
    </dialog>`;
}

/** Opens and closes what is drawn: the browser keeps the focus inside and everything else out of reach. */
export function showDialog() {
  const element = document.querySelector('dialog');
  if (state.dialog && !element.open) {
    element.showModal();
  } else if (!state.dialog && element.open) {
    element.close();
  }
}
