import { forms } from '../forms.js';
import { html, nothing } from '../lib/lit-html.js';
import { decimal } from '../money.js';
import { change, state } from '../state.js';
import { words } from '../words.js';

const close = () => change({ dialog: null });

const back = () => html`<button type="button" @click=${close}>${words('keep')}<kbd>Esc</kbd></button>`;

const shown = ({ mode }, value) => (mode === 'decimal' && value !== undefined ? decimal(value) : (value ?? ''));

function field(each, at) {
  return html`
    <label for="form-${each.name}">${words(each.name)}</label>
    <input id="form-${each.name}" name=${each.name} autocomplete="off" spellcheck="false" inputmode=${each.mode ?? 'text'} type=${each.secret ? 'password' : 'text'}
      ?autofocus=${at === 0} value=${shown(each, each.first?.())}>`;
}

function submit(event, { fields, does }) {
  event.preventDefault();
  const typed = fields.map(({ name, read }) => read(event.target.elements[name].value));
  const wrong = typed.indexOf(undefined);
  if (wrong >= 0) {
    const { name } = fields[wrong];
    change({ dialog: { ...state.dialog, problem: words('fillIn', { field: words(name) }) } });
    event.target.elements[name].select();
    return;
  }
  close();
  does(...typed);
}

/** One of the forms; Enter does it. */
export function form({ form: name, problem }) {
  const { fields: always, more = () => [], does } = forms[name];
  const chosen = { fields: [...always, ...more()], does };
  return html`
    <form class="fields" @submit=${(event) => submit(event, chosen)}>
      <h2 id="dialog-title">${words(`form.${name}`)}</h2>
      ${chosen.fields.length ? nothing : html`<p class="note">${words(`note.${name}`)}</p>`}
      ${chosen.fields.map(field)}
      <div class="problems" role="alert">${problem ? html`<p>${problem}</p>` : nothing}</div>
      <div class="answers">
        <button type="submit" class="primary" data-answer="do" ?autofocus=${!chosen.fields.length}>${words('doIt')}<kbd>Enter</kbd></button>
        ${back()}
      </div>
    </form>`;
}

/** What came of a deed. */
export function told({ title, rows }) {
  return html`
    <h2 id="dialog-title" role="status">${title}</h2>
    ${rows.length ? html`<dl class="told">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : nothing}
    <div class="answers">
      <button type="button" class="primary" data-answer="close" autofocus @click=${close}>${words('close')}<kbd>Esc</kbd></button>
    </div>`;
}
