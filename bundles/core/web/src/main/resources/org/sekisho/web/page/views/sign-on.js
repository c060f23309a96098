import { html } from '../lib/lit-html.js';
import { leave, signOn as trySignOn } from '../session.js';
import { state } from '../state.js';
import { words } from '../words.js';
import { problems } from './problems.js';

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const { operator, password } = form.elements;
  const isIn = await trySignOn(operator.value.trim(), password.value);
  if (!isIn && form.isConnected) {
    password.value = '';
    password.focus();
  }
}

/** The way in; while the register is locked, for the operator whose sale waits. */
export function signOn() {
  const operator = state.locked ? state.session?.operator : undefined;
  return html`
    <main class="entrance">
      <form class="card" @submit=${submit}>
        <h2>${words(operator ? 'locked' : 'signOn')}</h2>
        ${operator ? html`<p class="note">${words('lockedNote', { operator })}</p>` : ''}
        <label for="operator">${words('operator')}</label>
        <input id="operator" name="operator" autocomplete="username" autocapitalize="off" spellcheck="false" required
          .value=${operator ?? ''} ?readonly=${Boolean(operator)} ?data-first=${!operator}>
        <label for="password">${words('password')}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required ?data-first=${Boolean(operator)}>
        ${problems()}
        <button class="primary" type="submit">${words(operator ? 'unlock' : 'signOn')}</button>
        ${operator ? html`<button type="button" class="plain" @click=${() => leave([])}>${words('anotherOperator')}</button>` : ''}
      </form>
    </main>`;
}
