import { html, nothing } from '../lib/lit-html.js';
import { exceptions, reportX, showSuspended } from '../office.js';
import { change, state } from '../state.js';
import { words } from '../words.js';

const open = (form) => () => change({ dialog: { kind: 'form', form } });

const hasLines = () => Boolean(state.sale?.lines.length);
const hasPins = () => state.session.pins;
const may = (permission) => () => state.session.permissions.includes(permission);

/** What stands under which heading: its name, what it opens, and when it makes sense. */
const GROUPS = [
  ['more.sale', [['customer', open('customer')], ['suspend', open('suspend'), hasLines], ['recall', showSuspended, () => !hasLines()]]],
  ['more.receipts', [
    ['return', open('return')], ['unreceipted', open('unreceipted')], ['postVoid', open('postVoid'), () => !hasLines()], ['reprint', open('reprint')],
  ]],
  ['more.drawer', [
    ['noSale', open('noSale')], ['paid-in', open('paid-in')], ['paid-out', open('paid-out')], ['drop', open('drop')],
    ['openShift', open('openShift')], ['count', open('count')],
    ['changeOperator', open('changeOperator'), () => hasPins() && !hasLines()], ['setPin', open('setPin'), hasPins],
  ]],
  ['more.office', [
    ['issueVoucher', open('issueVoucher'), may('ISSUE_VOUCHERS')], ['x', reportX, may('REPORT_X')], ['z', open('z'), may('REPORT_Z')],
    ['exceptions', exceptions, may('REPORT_EXCEPTIONS')],
  ]],
];

const choice = ([name, does, isSensible = () => true], isFirst) => html`
  <button type="button" data-more=${name} ?autofocus=${isFirst} ?disabled=${!isSensible()} @click=${does}>${words(`form.${name}`)}</button>`;

function group([heading, choices], at) {
  const shown = heading === 'more.office' ? choices.filter(([, , isSensible]) => isSensible()) : choices;
  return shown.length
    ? html`<section><h3>${words(heading)}</h3><div class="choices">${shown.map((each, i) => choice(each, at === 1 && i === 0))}</div></section>`
    : nothing;
}

/** Everything beside plain selling. */
export function more() {
  return html`
    <h2 id="dialog-title">${words('more')}</h2>
    ${GROUPS.map(group)}
    <div class="answers"><button type="button" @click=${() => change({ dialog: null })}>${words('keep')}<kbd>Esc</kbd></button></div>`;
}
