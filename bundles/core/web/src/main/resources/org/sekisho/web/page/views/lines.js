import { html } from '../lib/lit-html.js';
import { figure } from '../money.js';
import { change, state } from '../state.js';
import { nameOf, words } from '../words.js';

const choose = (line) => change({ selected: state.selected === line ? null : line });

/** What price rules took off, by name; the rest is the operator's. */
function discounts(line) {
  const rules = state.sale.rules.filter((rule) => rule.line === line.line);
  const rest = rules.reduce((left, rule) => left - rule.amount, line.discount);
  return html`
    ${rules.map((rule) => html`<small>${rule.reason} −${figure(rule.amount)}</small>`)}
    ${rest ? html`<small>${words('discount')} −${figure(rest)}</small>` : ''}`;
}

function row(line) {
  const isSelected = state.selected === line.line;
  const isNewest = !state.selected && state.added === line.line;
  return html`
    <tr data-line=${line.line} class=${isNewest ? 'newest' : ''} aria-selected=${isSelected} @click=${() => choose(line.line)}>
      <td class="number">${line.line}</td>
      <th scope="row">${nameOf(line)}${line.taxCode === 'reduced' ? html`<span class="reduced" title=${words('reduced')}>※</span>` : ''}
        ${discounts(line)}</th>
      <td class="amount">${line.quantity}${line.unit === 'kg' ? html` <small>kg</small>` : ''}</td>
      <td class="amount">${figure(line.unitPrice)}${line.unit === 'kg' ? html`<small>/kg</small>` : ''}</td>
      <td class="amount sum">${figure(line.amount)}</td>
    </tr>`;
}

function nothingYet() {
  return html`
    <div class="empty">
      <p>${words('empty')}</p>
      <ul>
        <li><kbd>3</kbd><kbd>×</kbd>${words('exampleMany')}</li>
        <li><kbd>1.25</kbd><kbd>kg</kbd>${words('exampleWeight')}</li>
      </ul>
    </div>`;
}

/** The lines of the open sale, the newest at the bottom. */
export function lines() {
  const rows = state.sale?.lines ?? [];
  if (!rows.length) {
    return nothingYet();
  }
  return html`
    <div class="lines">
      <table role="grid" aria-label=${words('lines')}>
        <thead>
          <tr>
            <th scope="col" class="number">${words('number')}</th>
            <th scope="col">${words('item')}</th>
            <th scope="col" class="amount">${words('quantity')}</th>
            <th scope="col" class="amount">${words('unitPrice')}</th>
            <th scope="col" class="amount">${words('amount')}</th>
          </tr>
        </thead>
        <tbody>${rows.map(row)}</tbody>
      </table>
    </div>`;
}
