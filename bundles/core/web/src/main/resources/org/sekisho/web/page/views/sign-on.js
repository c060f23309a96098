import { html } from '../lib/lit-html.js';
import { forgetCode, leave, signOn as trySignOn } from '../session.js';
import { state } from '../state.js';
import { words } from '../words.js';
import { problems } from './problems.js';

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const { operator, password, code } = form.elements;
  await trySignOn(operator.value.trim(), password.value, typedCode(code));
  if (form.isConnected) {
    const again = form.elements.code ?? password;
    again.value = '';
    again.focus();
  }
}

function back({ target: { form } }) {
  forgetCode();
  form.elements.password.value = '';
  form.elements.operator.select();
}

/** As apps show it, or as a Japanese keyboard writes it; undefined where no code is asked. */
export const typedCode = (field) => field?.value.normalize('NFKC').replaceAll(/\s/g, '');

/** Where the digits go that an app on the operator's phone shows. */
export function codeField(id) {
  return html`
    <label for=${id}>${words('code')}</label>
    <input id=${id} name="code" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" required ?data-first=${id === 'code'}>`;
}

function otherwise(operator) {
  if (operator) {
    return html`<button type="button" class="plain" @click=${() => leave([])}>${words('anotherOperator')}</button>`;
  }
  return state.codeAsked ? html`<button type="button" class="plain" data-answer="back" @click=${back}>${words('keep')}</button>` : '';
}

function note(operator) {
  if (state.codeAsked) {
    return html`<p class="note">${words('codeNote', { operator: state.codeAsked })}</p>`;
  }
  return operator ? html`<p class="note">${words('lockedNote', { operator })}</p>` : '';
}

/** The way in, in a second step for whoever has a code; while the register is locked, for the operator whose sale waits. */
export function signOn() {
  const operator = state.locked ? state.session?.operator : undefined;
  const asksName = !state.codeAsked;
  return html`
    <main class="entrance">
      <form class="card" @submit=${submit}>
        <h2>${words(operator ? 'locked' : 'signOn')}</h2>
        ${note(operator)}
        <div class="fields" ?hidden=${!asksName}>
          <label for="operator">${words('operator')}</label>
          <input id="operator" name="operator" autocomplete="username" autocapitalize="off" spellcheck="false" required
            .value=${operator ?? ''} ?readonly=${Boolean(operator)} ?data-first=${asksName && !operator}>
          <label for="password">${words('password')}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required ?data-first=${asksName && Boolean(operator)}>
        </div>
        ${asksName ? '' : codeField('code')}
        ${problems()}
        <button class="primary" type="submit">${words(operator ? 'unlock' : 'signOn')}</button>
        ${otherwise(operator)}
      </form>
    </main>`;
}
