import { api } from './api.js';
import { sound } from './alarm.js';
import { enqueue } from './queue.js';
import { isCustomer, plain, scanOf } from './scans.js';
import { awake, leave } from './session.js';
import { change, state } from './state.js';

const READ_MS = 2500;

let refusedAt = 0;

/** Rings what was typed or scanned, after all that was before it. */
export function ring(typed) {
  if (isCustomer(typed)) {
    nameCustomer(plain(typed));
    return;
  }
  const scan = scanOf(typed);
  if (!scan) {
    return;
  }
  // A burst goes on after a refusal: nobody has read the sentence yet.
  const isRead = Date.now() - refusedAt > READ_MS;
  change({ problems: isRead ? [] : state.problems, selected: null, paying: false });
  let sent = null; // the sale and its last line when this scan was sent
  const ask = async () => {
    const sale = state.sale ?? (await begin());
    sent = { saleId: sale.saleId, line: lastLine(sale) };
    return api.addLine(sale.saleId, scan);
  };
  const again = async () => {
    const now = await refresh();
    const came = sent && now?.saleId === sent.saleId && lastLine(now) > sent.line;
    return came ? { sale: now, added: lastLine(now) } : ask();
  };
  act(ask, again, ({ sale, added }) => change({ sale, added, closed: null }));
}

/** Says whose sale it is; null for nobody. Said twice it is the same. */
export function nameCustomer(customer) {
  change({ problems: [], selected: null });
  const ask = async () => {
    const { saleId } = state.sale ?? (await begin());
    return api.nameCustomer(saleId, customer ?? undefined);
  };
  act(ask, ask, ({ sale }) => change({ sale, closed: null }));
}

/** Voids a line of the open sale. */
export function voidLine(line) {
  const { saleId } = state.sale;
  const ask = () => api.voidLine(saleId, line);
  const again = async () => {
    const now = await refresh();
    return now?.lines.some((other) => other.line === line) ? ask() : { sale: now };
  };
  act(ask, again, ({ sale }) => change({ sale, selected: null }));
}

/** Voids the open sale; the reason is for the journal. */
export function voidSale(reason) {
  const { saleId } = state.sale;
  const ask = () => api.voidSale(saleId, reason);
  const again = async () => ((await refresh())?.saleId === saleId ? ask() : { sale: state.sale });
  act(ask, again, ({ sale }) => change({ sale, selected: null, paying: false }));
}

/** Takes cash. Asked again about a sale that it closed, the register answers that sale, so a lost answer never doubles one. */
export function takeCash(amount) {
  change({ problems: [], paying: false });
  let sent = null; // the sale as it was when this cash was sent: scans before it are answered first
  const ask = () => {
    sent ??= state.sale;
    return sent ? api.takeCash(sent.saleId, amount) : { sale: null };
  };
  const again = async () => {
    const now = await refresh();
    return now?.saleId === sent.saleId && now.tendered > sent.tendered ? { sale: now } : ask();
  };
  act(ask, again, ({ sale, closed }) =>
    change(closed ? { sale: null, closed, added: null, selected: null } : { sale, paying: sale !== null }));
}

export async function begin() {
  const { sale } = await api.beginSale();
  change({ sale });
  return sale;
}

/** What the register knows, after an answer was lost. */
export async function refresh() {
  const { sale } = await api.sale();
  change({ sale });
  return sale;
}

async function act(ask, again, done) {
  try {
    done(await enqueue(ask, again));
    awake();
  } catch (failure) {
    refused(failure);
  }
}

/** Says aloud and on the screen what the register said no to, and reads the sale again where it may be another by now. */
export function refused(failure) {
  sound();
  refusedAt = Date.now();
  if (failure.status === 401 && failure.code !== 'SIGN_ON_REFUSED') {
    leave([failure.message]);
    return;
  }
  change({ problems: [...state.problems, failure.message].slice(-3) });
  if (failure.status === 409 || failure.code === 'PAYMENT_UNKNOWN') {
    change({ paying: false });
    enqueue(refresh).catch(() => {});
  }
}

const lastLine = (sale) => sale.lines.reduce((last, { line }) => Math.max(last, line), 0);
