import { html } from '../lib/lit-html.js';
import { figure } from '../money.js';
import { state } from '../state.js';
import { words } from '../words.js';

function rate({ taxCode, rate: percent }) {
  return taxCode === 'exempt' ? words('exempt') : words(taxCode === 'reduced' ? 'reducedRate' : 'rate', { rate: percent });
}

function taxes(sale) {
  return html`
    <table class="taxes">
      <thead><tr><th scope="col">${words('taxRate')}</th><th scope="col">${words('net')}</th><th scope="col">${words('tax')}</th></tr></thead>
      <tbody>${sale.taxes.map((tax) => html`
        <tr><th scope="row">${rate(tax)}</th><td>${figure(tax.net)}</td><td>${figure(tax.tax)}</td></tr>`)}</tbody>
    </table>`;
}

const pair = (label, value) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** What the sale costs, as the register says it; the page adds nothing up. */
export function totals() {
  const sale = state.sale?.lines.length ? state.sale : (state.closed ?? state.sale);
  return html`
    <section class="totals" aria-label=${words('total')}>
      <p class="label"><span>${words('total')}</span><span>${sale ? words('lineCount', { count: sale.lines.length }) : ''}</span></p>
      <p class="total">${figure(sale?.total ?? 0)}</p>
      ${sale?.lines.length ? taxes(sale) : ''}
      ${sale?.discounts.length || sale?.tendered || sale?.customer ? html`
        <dl>
          ${sale.customer ? pair(words('customer'), sale.customer) : ''}
          ${sale.discounts.map(({ reason, amount }) => pair(`${words('discount')} ${reason}`, html`−${figure(amount)}`))}
          ${sale.tendered ? [pair(words('tendered'), figure(sale.tendered)), pair(words('due'), figure(sale.due))] : ''}
        </dl>` : ''}
    </section>`;
}
