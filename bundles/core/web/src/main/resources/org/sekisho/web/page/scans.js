const QUANTITY = /^(\d{1,9}(?:\.\d{1,3})?)(kg)?\*(.+)$/i;

/** What was typed or scanned as the register takes it: `CODE`, `3*CODE` or `1.25kg*CODE`; null when there is nothing. */
export function scanOf(typed) {
  const text = plain(typed);
  if (text === '') {
    return null;
  }
  const [, quantity, kilograms, code] = QUANTITY.exec(text) ?? [];
  return code ? { code: code.trim(), quantity, unit: kilograms ? 'kg' : 'piece' } : { code: text };
}

const CUSTOMER = /^C-[2-9A-HJ-NP-Z]{8}$/i;

/** Whether what was typed or scanned is a customer's number, as their card has it. */
export const isCustomer = (typed) => CUSTOMER.test(plain(typed));

/** Whether digits typed as an amount are a code: nobody pays ten million in cash, and a scanner types eight digits at least. */
export function isCode(typed) {
  return /^\d{8,}$/.test(plain(typed));
}

/** Full-width letters, as a Japanese keyboard writes them, are the same letters. */
export function plain(typed) {
  return typed.normalize('NFKC').replace(/[×✕]/g, '*').trim();
}
