import { html } from '../lib/lit-html.js';
import { home } from '../keys.js';
import { state } from '../state.js';
import { words } from '../words.js';

const KEYS = ['7', '8', '9', 'back', '4', '5', '6', 'times', '1', '2', '3', 'kg', '0', '00', '.', 'enter'];
const TYPED = { times: '*', kg: 'kg*' };
const SHOWN = { times: '×', kg: 'kg ×', back: '⌫', enter: '⏎' };

function press(key) {
  const field = home();
  if (key === 'enter') {
    field.form.requestSubmit();
    return;
  }
  field.value = key === 'back' ? field.value.slice(0, -1) : field.value + (TYPED[key] ?? key);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function isIdle(key) {
  return state.paying && (key in TYPED || (key === '.' && state.register.currency.digits === 0));
}

/** Digits for fingers. A keyboard has its own, so these take no place in its order of focus. */
export function keypad() {
  return html`
    <div class="keypad" role="group" aria-label=${words('keypad')}>
      ${KEYS.map((key) => html`
        <button type="button" tabindex="-1" class="key ${key}" data-key=${key} ?disabled=${isIdle(key)} aria-label=${key in SHOWN ? words(`key.${key}`) : key}
          @click=${() => press(key)}>${SHOWN[key] ?? key}</button>`)}
    </div>`;
}
