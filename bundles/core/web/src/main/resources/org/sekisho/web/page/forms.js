import { state } from './state.js';
import { amountOf } from './money.js';
import { plain } from './scans.js';
import * as office from './office.js';
import { changeOperator, setPin } from './session.js';
import { nameCustomer } from './till.js';
import { payByCard, payByVoucher, postVoid } from './settle.js';

const text = (value) => plain(value);
const optional = (read) => (value) => (plain(value) === '' ? null : (read(value) ?? undefined));
const required = (value) => plain(value) || undefined;
const amount = (value) => amountOf(value) ?? undefined;

/** Kinds of fields: how a typed text is read; what cannot be read is undefined. */
const money = { name: 'sum', read: amount, mode: 'decimal' };
const reason = { name: 'why', read: required };
const receipt = { name: 'receiptNumber', read: required };
const secret = (name, mode) => ({ name, read: (value) => value || undefined, secret: true, mode });
const code = { name: 'scan', read: required };

/** Where the drawer opens without a sale, a shop may want to know once more who it is. */
const ownPassword = () => (state.register.drawerPassword ? [secret('password')] : []);

const movement = (kind) => ({ fields: [money, reason], more: ownPassword, does: (sum, why, password) => office.moveCash(kind, sum, why, password) });

/** Every form: its fields, those that the shop asks for besides, and what it does with what was typed. */
export const forms = {
  'card': { fields: [{ ...money, first: () => state.sale?.due }], does: payByCard },
  'voucher': { fields: [{ name: 'voucherCode', read: required }], does: payByVoucher },
  'customer': { fields: [{ name: 'customer', read: optional(text), first: () => state.sale?.customer }], does: nameCustomer },
  'suspend': { fields: [reason], does: office.suspend },
  'return': { fields: [receipt], does: office.showReceipt },
  'unreceipted': {
    fields: [code, { name: 'quantity', read: required, first: () => '1' }, { ...money, name: 'lowerPrice', read: optional(amount) }],
    does: office.giveBackUnreceipted,
  },
  'postVoid': { fields: [receipt, reason], does: postVoid },
  'reprint': { fields: [receipt, { ...reason, read: text }], does: office.reprint },
  'noSale': { fields: [reason], more: ownPassword, does: office.noSale },
  'openShift': { fields: [money], does: office.openShift },
  'paid-in': movement('paid-in'),
  'paid-out': movement('paid-out'),
  'drop': movement('drop'),
  'count': { fields: [money], does: office.countShift },
  'closeShift': { fields: [], does: office.closeShift },
  'issueVoucher': { fields: [money], does: office.issueVoucher },
  'changeOperator': { fields: [{ name: 'operator', read: required }, secret('pin', 'numeric')], does: changeOperator },
  'setPin': { fields: [secret('password'), secret('newPin', 'numeric')], does: setPin },
  'z': { fields: [], does: office.reportZ },
};
