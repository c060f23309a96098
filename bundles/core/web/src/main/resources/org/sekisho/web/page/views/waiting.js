import { html } from '../lib/lit-html.js';
import { askTerminal } from '../settle.js';
import { state } from '../state.js';
import { words } from '../words.js';

/** While the customer is at the terminal, and while nobody knows what became of it: the sale takes nothing else. */
export function waiting() {
  return html`
    <div class="cash waiting" role="status">
      <h2>${words(state.atTerminal ? 'atTerminal' : 'unknownTitle')}</h2>
      <p>${words(state.atTerminal ? 'atTerminalNote' : 'unknownNote')}</p>
      ${state.atTerminal ? '' : html`
        <button type="button" class="primary" data-action="askTerminal" @click=${askTerminal}>${words('askTerminal')}</button>`}
    </div>`;
}
