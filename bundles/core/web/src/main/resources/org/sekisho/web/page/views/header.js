import { html, nothing } from '../lib/lit-html.js';
import { signOff } from '../session.js';
import { change, state } from '../state.js';
import { chooseLanguage, languages, words } from '../words.js';

const others = () => languages.filter(({ code }) => code !== state.language);

/** Who sells; where the register has PINs, also the way for the next one. */
function operator() {
  const name = html`<span>${words(state.session.role)}</span><b>${state.session.operator}</b>`;
  return state.session.pins
    ? html`<button type="button" class="operator" title=${words('form.changeOperator')} @click=${() => change({ dialog: { kind: 'form', form: 'changeOperator' } })}>${name}</button>`
    : html`<p class="operator">${name}</p>`;
}

/** Which register this is, who sells, and the switches that are always there. */
export function header() {
  const isOpen = state.entrance === 'open' && !state.locked;
  return html`
    <header class="bar">
      <h1 class="brand"><img src="icon.svg" alt="" width="32" height="32">Sekisho</h1>
      <p class="place">${words('place', { store: state.register.storeId, lane: state.register.lane })}</p>
      <div class="switches">
        ${isOpen ? operator() : nothing}
        ${others().map(({ code, name }) => html`
          <button type="button" lang=${code} @click=${() => chooseLanguage(code)}>${name}</button>`)}
        ${isOpen ? html`
          <button type="button" @click=${() => change({ dialog: { kind: 'help' } })}>${words('help')}<kbd>?</kbd></button>
          <button type="button" @click=${signOff}>${words('signOff')}<kbd>F10</kbd></button>` : nothing}
      </div>
    </header>`;
}
