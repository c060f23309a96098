import { html, nothing } from '../lib/lit-html.js';
import { approve } from '../perform.js';
import { change, state } from '../state.js';
import { words } from '../words.js';

async function submit(event, open) {
  event.preventDefault();
  const { operator, password } = event.target.elements;
  const problem = await approve(open, operator.value.trim(), password.value);
  if (problem && state.dialog?.deed === open.deed) {
    password.value = '';
    change({ dialog: { ...open, problem } });
    password.focus();
  }
}

/** A second person approves in place; whoever sells stays signed on. */
export function approval(open) {
  return html`
    <form class="fields" @submit=${(event) => submit(event, open)}>
      <h2 id="dialog-title">${words('approval')}</h2>
      <p class="note">${open.sentence}</p>
      <label for="approver">${words('approver')}</label>
      <input id="approver" name="operator" autocomplete="off" autocapitalize="off" spellcheck="false" required autofocus>
      <label for="approver-password">${words('password')}</label>
      <input id="approver-password" name="password" type="password" autocomplete="off" required>
      <div class="problems" role="alert">${open.problem ? html`<p>${open.problem}</p>` : nothing}</div>
      <div class="answers">
        <button type="submit" class="primary" data-answer="approve">${words('approveIt')}<kbd>Enter</kbd></button>
        <button type="button" @click=${() => change({ dialog: null })}>${words('keep')}<kbd>Esc</kbd></button>
      </div>
    </form>`;
}
