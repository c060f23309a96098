import { html } from '../lib/lit-html.js';
import { state } from '../state.js';

/** What was refused, in the register's own sentences, told at once by screen readers. */
export function problems(details = []) {
  const sentences = details.length ? details : state.problems;
  return html`<div class="problems" role="alert">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}
