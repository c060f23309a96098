import { api, NoAnswer } from './api.js';
import { goOn, lock } from './queue.js';
import { change, state } from './state.js';
import { words } from './words.js';

const IDLE_MS = 15 * 60_000;

let idle;

/** Finds out who is signed on, after a reload. */
export async function resume() {
  try {
    await enter(await api.session(), true);
  } catch (failure) {
    if (failure.status === 423) {
      lock();
      change({ entrance: 'signOn' });
    } else if (failure instanceof NoAnswer) {
      change({ offline: true });
    } else {
      change({ entrance: 'signOn' });
    }
  }
}

/**
 * Signs somebody on, or learns that it takes a code as well.
 *
 * @param code undefined until the register asked for one
 */
export async function signOn(operator, password, code) {
  return attempt(async () => {
    try {
      await enter(await api.signOn(operator, password, code), state.locked);
    } catch (failure) {
      if (failure.code !== 'CODE_NEEDED') {
        throw failure;
      }
      change({ codeAsked: operator, problems: [] });
    }
  });
}

/** Back to the name and the password. */
export function forgetCode() {
  change({ codeAsked: null, problems: [] });
}

export async function changePassword(password, newPassword) {
  return attempt(async () => enter(await api.changePassword(password, newPassword), false));
}

/** Somebody else takes the place of whoever is signed on, by their PIN. */
export async function changeOperator(operator, pin) {
  return attempt(async () => enter(await api.changeOperator(operator, pin), false));
}

export async function setPin(password, pin) {
  return attempt(async () => {
    await api.setPin(password, pin);
    change({ dialog: { kind: 'told', title: words('told.pin'), rows: [] }, problems: [] });
  });
}

export async function signOff() {
  await attempt(async () => {
    await api.signOff();
    leave([]);
  });
}

/** The session is over: whatever is on the screen belongs to nobody. */
export function leave(problems) {
  clearTimeout(idle);
  goOn();
  change({
    session: null, entrance: 'signOn', codeAsked: null, sale: null, closed: null, selected: null, added: null, paying: false, atTerminal: false, dialog: null, problems,
  });
}

/** Somebody is there. Asks again once nobody was for as long as the register waits before it locks. */
export function awake() {
  clearTimeout(idle);
  idle = setTimeout(async () => {
    try {
      await api.session();
      awake();
    } catch (failure) {
      if (failure.status === 423) {
        lock();
      } else if (failure.status === 401) {
        leave([failure.message]);
      } else {
        awake();
      }
    }
  }, IDLE_MS + 1000);
}

/** @param isBack whether the same screen goes on, so that the change of its last sale is still to be seen */
async function enter(session, isBack) {
  change({ session, codeAsked: null, problems: [], sentences: [] });
  if (session.mustChangePassword) {
    change({ asked: await api.passwordRules(), entrance: 'password' });
  } else {
    const { sale, last } = await api.sale();
    change({ entrance: 'open', sale, closed: isBack && !sale ? last : null });
  }
  goOn();
  awake();
}

async function attempt(step) {
  try {
    await step();
    return true;
  } catch (failure) {
    if (failure instanceof NoAnswer) {
      change({ problems: [words('noAnswer')] });
    } else if (failure.status === 401 && failure.code !== 'SIGN_ON_REFUSED' && state.entrance === 'open' && !state.locked) {
      leave([failure.message]);
    } else if (failure.status === 423) {
      lock();
    } else {
      const sentences = failure.sentences ?? [];
      change({ problems: state.entrance === 'open' ? [failure.message, ...sentences] : [failure.message], sentences });
    }
    return false;
  }
}
