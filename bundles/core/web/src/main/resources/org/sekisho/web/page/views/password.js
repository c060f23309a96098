import { html } from '../lib/lit-html.js';
import { changePassword } from '../session.js';
import { change, state } from '../state.js';
import { words } from '../words.js';
import { problems } from './problems.js';

async function submit(event) {
  event.preventDefault();
  const { password, newPassword, repeated } = event.target.elements;
  if (newPassword.value !== repeated.value) {
    change({ problems: [words('passwordsDiffer')], sentences: [] });
    repeated.select();
    return;
  }
  await changePassword(password.value, newPassword.value);
}

const field = (name, autocomplete) => html`
  <label for=${name}>${words(name)}</label>
  <input id=${name} name=${name} type="password" autocomplete=${autocomplete} required>`;

/** A one-time password opens nothing but this. */
export function password() {
  return html`
    <main class="entrance">
      <form class="card wide" @submit=${submit}>
        <h2>${words('choosePassword')}</h2>
        <p class="note">${words('choosePasswordNote', { operator: state.session.operator })}</p>
        <div class="columns">
          <div class="fields">
            <input class="unseen" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${state.session.operator}>
            <label for="oneTime">${words('oneTimePassword')}</label>
            <input id="oneTime" name="password" type="password" autocomplete="current-password" required data-first>
            ${field('newPassword', 'new-password')}
            ${field('repeated', 'new-password')}
            ${problems(state.sentences)}
            <button class="primary" type="submit">${words('changePassword')}</button>
          </div>
          <section class="rules" aria-labelledby="rules">
            <h3 id="rules">${words('rules')} <small>${state.asked.profile}</small></h3>
            <ul>${state.asked.rules.map((rule) => html`<li>${rule}</li>`)}</ul>
          </section>
        </div>
      </form>
    </main>`;
}
