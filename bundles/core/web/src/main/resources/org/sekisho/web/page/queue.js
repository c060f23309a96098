import { NoAnswer } from './api.js';
import { change, state } from './state.js';

const PAUSE_MS = 1000;

let tail = Promise.resolve();
let unlock = () => {};
let unlocked = Promise.resolve();

/**
 * One call at a time, in the order asked for: a scanner is faster than any answer, and none of its codes may be lost or overtake
 * another.
 *
 * @param ask makes the call
 * @param again asked instead once no answer came: the call may have been done, so it must look first
 */
export function enqueue(ask, again = ask) {
  change({ unanswered: state.unanswered + 1 });
  const answer = tail.then(() => persevere(ask, again)).finally(() => change({ unanswered: state.unanswered - 1 }));
  tail = answer.catch(() => {});
  return answer;
}

async function persevere(ask, again) {
  let next = ask;
  for (;;) {
    try {
      return await next();
    } catch (failure) {
      if (failure instanceof NoAnswer) {
        change({ offline: true });
        await pause(PAUSE_MS);
        next = again;
      } else if (failure.status === 429) {
        await pause(failure.retryAfterMs);
      } else if (failure.status === 423) {
        lock();
        await unlocked;
      } else {
        throw failure;
      }
    }
  }
}

/** Shows the lock; what is in the queue waits for its operator. */
export function lock() {
  if (!state.locked) {
    unlocked = new Promise((resolve) => {
      unlock = resolve;
    });
    change({ locked: true, dialog: null });
  }
}

/** Whoever signed on: what waited is asked again, and the register decides. */
export function goOn() {
  change({ locked: false });
  unlock();
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
