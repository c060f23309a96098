import { change, state } from './state.js';
import { chooseLanguage, languages } from './words.js';

/** Asks before the selected line, else the newest, is voided. */
export function beginVoidLine() {
  const line = state.sale?.lines.find(({ line }) => line === state.selected) ?? state.sale?.lines.at(-1);
  if (line) {
    change({ selected: line.line, dialog: { kind: 'voidLine', line } });
  }
}

/** Asks why before the sale is voided. */
export function beginVoidSale() {
  if (state.sale && !isBlocked()) {
    change({ dialog: { kind: 'voidSale' } });
  }
}

/** Opens what there is beside plain selling. */
export function beginMore() {
  change({ dialog: { kind: 'more' } });
}

/** Opens the form of another tender than cash. */
export function beginTender(form) {
  if (state.sale?.due > 0 && !isBlocked()) {
    change({ dialog: { kind: 'form', form } });
  }
}

const isBlocked = () => state.atTerminal || state.sale?.paymentUnknown;

/** Opens the cash pane when there is something to pay, or may be once the scans on their way are answered. */
export function beginCash() {
  if (!isBlocked() && (state.sale?.lines.length || state.unanswered)) {
    change({ paying: true, problems: [] });
  }
}

/** One step back: from the cash pane, the selection, then what is in the field. */
export function stepBack() {
  if (state.paying) {
    change({ paying: false });
  } else if (state.selected) {
    change({ selected: null });
  } else {
    document.querySelector('[data-home]').value = '';
    change({ problems: [] });
  }
}

/** Moves the selection up or down, beginning with the newest line. */
export function select(step) {
  const lines = state.sale?.lines ?? [];
  if (lines.length && !state.paying) {
    const at = lines.findIndex(({ line }) => line === state.selected);
    const next = at < 0 ? lines.length - 1 : Math.min(Math.max(at + step, 0), lines.length - 1);
    change({ selected: lines[next].line });
  }
}

export function chooseNextLanguage() {
  const at = languages.findIndex(({ code }) => code === state.language);
  chooseLanguage(languages[(at + 1) % languages.length].code);
}
