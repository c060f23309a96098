import { api } from './api.js';
import { spoken } from './money.js';
import { perform } from './perform.js';
import { enqueue } from './queue.js';
import { change, state } from './state.js';
import { begin, refused } from './till.js';
import { words } from './words.js';

/** Tells in a dialog of its own what came of a deed. */
const tell = (title, rows = []) => change({ dialog: { kind: 'told', title, rows } });

const row = (key, minor) => [words(key), spoken(minor)];

export function suspend(reason) {
  const { saleId } = state.sale;
  perform((deed) => api.give('sale/suspension', { saleId, reason }, deed), ({ suspendedId }) => {
    change({ sale: null, selected: null, paying: false });
    tell(words('told.suspend', { id: suspendedId }));
  });
}

/** Shows what is set aside. */
export function showSuspended() {
  look(api.suspended, ({ suspended }) => change({ dialog: { kind: 'recall', suspended } }));
}

export function recall(suspendedId) {
  perform((deed) => api.give('sale/recall', { suspendedId }, deed), ({ sale }) => change({ sale, closed: null }));
}

/** Shows a receipt's lines, to choose what comes back. */
export function showReceipt(receipt) {
  look(() => api.closedSale(receipt), ({ closed }) => change({ dialog: { kind: 'giveBack', closed } }));
}

/** Takes lines of a receipt back, one after the other. */
export function giveBack(receipt, [next, ...rest]) {
  returned('sale/returns', { receipt, ...next }, () => rest.length && giveBack(receipt, rest));
}

export function giveBackUnreceipted(code, quantity, price) {
  returned('sale/unreceipted-returns', { code, quantity, ...(price === null ? {} : { price }) }, () => {});
}

function returned(path, body, then) {
  const send = async (deed) => {
    const { saleId } = state.sale ?? (await begin());
    return api.give(path, { saleId, ...body }, deed);
  };
  perform(send, ({ sale, added }) => {
    change({ sale, added, closed: null });
    then();
  });
}

export function reprint(receipt, reason) {
  perform((deed) => api.give('receipts/copies', { receipt, reason }, deed), ({ copy }) => tell(words('told.reprint', { receipt, copy })));
}

/** @param password their own once more, where the shop asks for it */
export function noSale(reason, password) {
  perform((deed) => api.give('no-sales', { reason, password }, deed), () => tell(words('told.noSale')));
}

export function issueVoucher(amount) {
  perform((deed) => api.give('vouchers', { amount }, deed), ({ code }) => tell(words('told.voucher', { amount: spoken(amount) }), [[words('voucherCode'), code]]));
}

export function openShift(amount) {
  perform((deed) => api.give('shift', { amount }, deed), ({ shift }) => tell(words('told.openShift', { shift })));
}

/** @param password their own once more, where the shop asks for it */
export function moveCash(movement, amount, reason, password) {
  perform((deed) => api.give('shift/movements', { movement, amount, reason, password }, deed), () =>
    tell(words('told.moveCash'), [[words(`form.${movement}`), spoken(amount)]]));
}

/** What was expected is not told before the shift is closed. */
export function countShift(amount) {
  perform((deed) => api.give('shift/counts', { amount }, deed), () => change({ dialog: { kind: 'form', form: 'closeShift' } }));
}

export function closeShift() {
  perform((deed) => api.closeShift(deed), (report) =>
    tell(words('told.closeShift', { shift: report.shift }), SHIFT.map((key) => row(`shift.${key}`, report[key]))));
}

const SHIFT = ['float', 'sales', 'paidIn', 'paidOut', 'dropped', 'expected', 'counted', 'difference'];

export const reportX = () => look(api.reportX, (report) => tellReport(words('form.x'), report));

export function reportZ() {
  perform((deed) => api.give('reports/z', {}, deed), (report) => tellReport(words('told.z', { number: report.zNumber }), report));
}

function tellReport(title, report) {
  tell(title, [
    [words('report.sales'), report.sales],
    row('total', report.total),
    ...Object.entries(report.tenders).map(([type, amount]) => row(`tender.${type}`, amount)),
    row('discount', report.discounts),
    [words('report.voids'), report.voidedSales + report.voidedLines],
    [words('report.noSales'), report.noSales],
    row('report.refunded', report.refunded),
    [words('report.postVoids'), report.postVoids],
    ...(report.journalHead ? [[words('report.journalHead'), report.journalHead]] : []),
    ...(report.notAnchored ? [[words('report.notAnchored'), report.notAnchored]] : []),
  ]);
}

export const exceptions = () => look(api.exceptions, ({ rows }) =>
  tell(words('form.exceptions'), rows.length
    ? rows.map(({ operator, kind, count, farOff }) => [`${operator} · ${words(`exception.${kind}`)}${farOff ? ' ⚠' : ''}`, count])
    : [[words('exception.none'), '']]));

/** Reads something; nothing is done by it. */
async function look(ask, done) {
  change({ problems: [], dialog: null });
  try {
    done(await enqueue(ask));
  } catch (failure) {
    refused(failure);
  }
}
