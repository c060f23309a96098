import { change, state } from './state.js';
import { beginCash, beginMore, beginTender, beginVoidLine, beginVoidSale, chooseNextLanguage, select, stepBack } from './deeds.js';
import { signOff } from './session.js';

/** What a key does while the till is open. The help shows the same keys. */
const deeds = {
  'F1': () => change({ dialog: { kind: 'help' } }),
  '?': () => change({ dialog: { kind: 'help' } }),
  'F2': chooseNextLanguage,
  'F4': beginVoidLine,
  'Delete': beginVoidLine,
  'F3': () => beginTender('card'),
  'F6': () => beginTender('voucher'),
  'F7': beginMore,
  'F8': beginVoidSale,
  'F9': beginCash,
  'F10': signOff,
  'ArrowUp': () => select(-1),
  'ArrowDown': () => select(1),
  'Escape': stepBack,
};

let lastHome = null;
let lastFirst = null;

/** The field that a scanner types into: the scan field, or the amount while cash is taken. */
export const home = () => document.querySelector('[data-home]');

/** Brings the focus back when what had it is gone, or another field is home now; a form begins at its first field. */
export function keepFocus() {
  const now = home();
  if (now && !state.dialog && (now !== lastHome || document.activeElement === document.body)) {
    now.focus({ preventScroll: true });
  }
  lastHome = now;
  const first = document.querySelector('[data-first]');
  if (first !== lastFirst) {
    first?.focus();
  }
  lastFirst = first;
}

/** From now on, keys and clicks lead back to the field that a scanner types into, whatever was touched before. */
export function listen() {
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', ({ target }) => {
    const field = home();
    if (!state.dialog && field && target !== field) {
      takeCaret(field);
    }
  });
}

/**
 * The browser gives the focus back by itself when a question closes, but leaves the caret where the mouse was: keys then come to the
 * field and no letter is written. Focused anew it has both.
 */
function takeCaret(field) {
  field.blur();
  field.focus({ preventScroll: true });
}

function onKey(event) {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || !home() || isTyping(event)) {
    return;
  }
  const isText = event.key.length === 1 && event.key !== ' ' && event.key !== '?';
  if (isText && event.target !== home()) {
    // A scanner does not know that a question is open or a button has the focus: its code must not be lost, its Enter not say yes.
    change({ dialog: null });
    home().focus({ preventScroll: true });
  } else if (deeds[event.key] && !state.dialog && !isEditing(event)) {
    event.preventDefault();
    deeds[event.key]();
  }
}

/** Whether a field of a question has the focus: it takes what is typed or scanned. */
const isTyping = ({ target }) => target.tagName === 'INPUT' && target.closest('dialog') !== null;

const isEditing = (event) => event.key === 'Delete' && home().value !== '';
