import { api } from './api.js';
import { perform } from './perform.js';
import { change, state } from './state.js';

/** What money did to the sale: closed it, or left something due. */
export function settled({ sale, closed }) {
  change(closed ? { sale: null, closed, added: null, selected: null, paying: false } : { sale, paying: true });
}

async function atTerminal(path, body, deed) {
  change({ atTerminal: true });
  try {
    return await api.atTerminal(path, body, deed);
  } finally {
    change({ atTerminal: false });
  }
}

/** Charges a card; the sale waits until the terminal answers. */
export function payByCard(amount) {
  const { saleId } = state.sale;
  change({ paying: false });
  perform((deed) => atTerminal('sale/tenders', { saleId, type: 'card', amount }, deed), settled);
}

export function payByVoucher(code) {
  const { saleId } = state.sale;
  perform((deed) => api.give('sale/tenders', { saleId, type: 'voucher', code }, deed), settled);
}

/** Pays back what is owed to the customer, in cash or to their card. */
export function payBack(type) {
  const { saleId, due } = state.sale;
  change({ paying: false });
  const send = type === 'card' ? atTerminal : api.give;
  perform((deed) => send('sale/refunds', { saleId, type, amount: -due }, deed), settled);
}

/** Closes a sale with nothing due. */
export function endSale() {
  const { saleId } = state.sale;
  change({ paying: false });
  perform((deed) => api.give('sale/end', { saleId }, deed), settled);
}

/** Asks the terminal what became of the payment that nobody knows of. */
export function askTerminal() {
  const { saleId } = state.sale;
  perform((deed) => atTerminal('sale/reconciliation', { saleId }, deed), settled);
}

export function postVoid(receipt, reason) {
  perform((deed) => atTerminal('receipts/post-voids', { receipt, reason }, deed), settled);
}
