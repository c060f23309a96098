import { html, nothing } from '../lib/lit-html.js';
import { approve } from '../perform.js';
import { change, state } from '../state.js';
import { words } from '../words.js';
import { codeField, typedCode } from './sign-on.js';

async function submit(event, open) {
  event.preventDefault();
  const { elements } = event.target;
  const { operator, password, code } = elements;
  const refusal = await approve(open, operator.value.trim(), password.value, typedCode(code));
  if (refusal && state.dialog?.deed === open.deed) {
    const isAsked = refusal.code === 'CODE_NEEDED';
    change({ dialog: { ...open, problem: isAsked ? null : refusal.message, codeAsked: isAsked ? refusal.message : open.codeAsked } });
    const again = elements.code ?? password;
    again.value = '';
    again.focus();
  }
}

/** A second person approves in place; whoever sells stays signed on. */
export function approval(open) {
  return html`
    <form class="fields" @submit=${(event) => submit(event, open)}>
      <h2 id="dialog-title">${words('approval')}</h2>
      <p class="note">${open.sentence}</p>
      <label for="approver">${words('approver')}</label>
      <input id="approver" name="operator" autocomplete="off" autocapitalize="off" spellcheck="false" required autofocus ?readonly=${Boolean(open.codeAsked)}>
      <label for="approver-password">${words('password')}</label>
      <input id="approver-password" name="password" type="password" autocomplete="off" required ?readonly=${Boolean(open.codeAsked)}>
      ${open.codeAsked ? html`
        <p class="note">${open.codeAsked}</p>
        ${codeField('approver-code')}` : nothing}
      <div class="problems" role="alert">${open.problem ? html`<p>${open.problem}</p>` : nothing}</div>
      <div class="answers">
        <button type="submit" class="primary" data-answer="approve">${words('approveIt')}<kbd>Enter</kbd></button>
        <button type="button" @click=${() => change({ dialog: null })}>${words('keep')}<kbd>Esc</kbd></button>
      </div>
    </form>`;
}
