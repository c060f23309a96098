import { html } from './lib/lit-html.js';
import { plain } from './scans.js';
import { state } from './state.js';

const currency = () => state.register.currency;

function format() {
  const { code, digits } = currency();
  return new Intl.NumberFormat(state.language, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function parts(minor) {
  // Exact: a decimal string is never rounded on its way.
  return format().formatToParts(decimal(minor)).map((part) => ({ ...part, value: part.value.replace('￥', '¥') }));
}

/** Minor units as text, for ears and titles. */
export function spoken(minor) {
  return parts(minor).map((part) => part.value).join('');
}

/** Minor units as a figure whose sign stands back. */
export function figure(minor) {
  return html`<span class="money">${parts(minor).map((part) =>
    part.type === 'currency' ? html`<span class="sign">${part.value}</span>` : part.value)}</span>`;
}

/** 1234 as "12.34" where the currency has two digits. */
export function decimal(minor) {
  const { digits } = currency();
  if (digits === 0) {
    return String(minor);
  }
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount as people type it in minor units; null when it is none. */
export function amountOf(typed) {
  const { digits } = currency();
  const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(plain(typed).replaceAll(',', ''));
  if (!match || (match[2] ?? '').length > digits) {
    return null;
  }
  return Number(match[1] + (match[2] ?? '').padEnd(digits, '0'));
}

/** The same digits in groups of three while they are typed. */
export function grouped(typed) {
  const [whole, ...rest] = plain(typed).replaceAll(',', '').split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

/** What a customer is likely to hand over: the exact sum, the next round sum, and the notes above it. */
export function likelyAmounts(due) {
  const unit = 10 ** currency().digits;
  const notes = (currency().code === 'JPY' ? [1000, 5000, 10000] : [5, 10, 20, 50]).map((note) => note * unit);
  const steps = currency().code === 'JPY' ? [100, 1000] : [1, 5].map((step) => step * unit);
  const round = steps.map((step) => Math.ceil(due / step) * step);
  const last = notes[notes.length - 1];
  const above = notes.filter((note) => note > due);
  const all = [due, ...round, ...above, ...(above.length ? [] : [Math.ceil(due / last) * last])];
  return [...new Set(all)].sort((a, b) => a - b).slice(0, 6);
}
