import { state } from './state.js';

const PATIENCE_MS = 15_000;
const TERMINAL_MS = 180_000; // a customer looks for a card

/** The register answered, and said no; the message is its own sentence. */
export class Refusal extends Error {
  constructor(response, said) {
    super(said?.message ?? `HTTP ${response.status}`);
    this.status = response.status;
    this.code = said?.refusal ?? 'UNKNOWN';
    this.sentences = said?.sentences ?? [];
    this.retryAfterMs = 1000 * (Number(response.headers.get('Retry-After')) || 1);
  }
}

/** Nobody answered. Whether the call was done is not known. */
export class NoAnswer extends Error {}

/** @param deed the page's own name of what is to be done once, however often it is sent */
async function call(method, path, body, deed, patience = PATIENCE_MS) {
  const headers = { Accept: 'application/json', 'Accept-Language': state.language };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET' && state.session) {
    headers['X-CSRF-Token'] = state.session.csrfToken;
  }
  if (deed) {
    headers['Idempotency-Key'] = deed;
  }
  let response;
  let text;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    text = await response.text();
  } catch (cause) {
    throw new NoAnswer('', { cause });
  }
  const said = text ? json(text) : null;
  if (!response.ok) {
    throw new Refusal(response, said);
  }
  return said;
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not the register's own words: the status says enough
  }
}

const query = (values) => new URLSearchParams(values).toString();

/** Every call that the page makes; /api/openapi.json describes them. */
export const api = {
  register: () => call('GET', '/api/register'),
  session: () => call('GET', '/api/session'),
  signOn: (operator, password, code) => call('POST', '/api/session', { operator, password, code }),
  signOff: () => call('DELETE', '/api/session'),
  passwordRules: () => call('GET', '/api/password-rules'),
  changePassword: (password, newPassword) => call('PUT', '/api/session/password', { password, newPassword }),
  setPin: (password, pin) => call('PUT', '/api/session/pin', { password, pin }),
  changeOperator: (operator, pin) => call('PUT', '/api/session/operator', { operator, pin }),
  sale: () => call('GET', '/api/sale'),
  beginSale: () => call('POST', '/api/sale'),
  voidSale: (saleId, reason) => call('DELETE', `/api/sale?${query({ saleId, reason })}`),
  nameCustomer: (saleId, customer) => call('POST', '/api/sale/customer', { saleId, customer }),
  addLine: (saleId, scan) => call('POST', '/api/sale/lines', { saleId, ...scan }),
  voidLine: (saleId, line) => call('DELETE', `/api/sale/lines/${line}?${query({ saleId })}`),
  approve: (operator, password, code, deed) => call('POST', '/api/approvals', { operator, password, code, deed }),
  give: (path, body, deed) => call('POST', `/api/${path}`, body, deed),
  atTerminal: (path, body, deed) => call('POST', `/api/${path}`, body, deed, TERMINAL_MS),
  closeShift: (deed) => call('DELETE', '/api/shift', undefined, deed),
  suspended: () => call('GET', '/api/suspended-sales'),
  closedSale: (receipt) => call('GET', `/api/receipts/${encodeURIComponent(receipt)}`),
  reportX: () => call('GET', '/api/reports/x'),
  exceptions: () => call('GET', '/api/reports/exceptions'),
  takeCash: (saleId, amount) => call('POST', '/api/sale/tenders', { saleId, type: 'cash', amount }),
  receipt: (saleId) => `/api/sales/${encodeURIComponent(saleId)}/receipt.png`,
};
