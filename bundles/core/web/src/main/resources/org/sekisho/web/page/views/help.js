import { html } from '../lib/lit-html.js';
import { change } from '../state.js';
import { words } from '../words.js';

const KEYS = [
  ['Enter', 'help.enter'],
  ['3 * …', 'help.many'],
  ['1.25kg * …', 'help.weight'],
  ['↑ ↓', 'help.select'],
  ['Del · F4', 'help.voidLine'],
  ['F3 · F6', 'help.tenders'],
  ['F7', 'help.more'],
  ['F8', 'help.voidSale'],
  ['F9', 'help.cash'],
  ['Esc', 'help.back'],
  ['F2', 'help.language'],
  ['F10', 'help.signOff'],
  ['? · F1', 'help.help'],
];

/** Every key of the till. */
export function help() {
  return html`
    <h2 id="dialog-title">${words('helpTitle')}</h2>
    <dl class="keys">${KEYS.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words(meaning)}</dd></div>`)}</dl>
    <p class="note">${words('helpScan')}</p>
    <div class="answers">
      <button type="button" class="primary" autofocus @click=${() => change({ dialog: null })}>${words('close')}<kbd>Esc</kbd></button>
    </div>`;
}
