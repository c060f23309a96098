import { api } from './api.js';
import { enqueue } from './queue.js';
import { awake } from './session.js';
import { change } from './state.js';
import { refused } from './till.js';

/**
 * Does a deed once, however often it must be sent. Where the register wants a second person's word it is asked for, and the same deed
 * goes on.
 *
 * @param send gets the deed's name
 */
export async function perform(send, done, deed = crypto.randomUUID()) {
  change({ problems: [], dialog: null });
  try {
    const answer = await enqueue(() => send(deed));
    awake();
    done(answer);
  } catch (failure) {
    if (failure.code === 'NEEDS_APPROVAL') {
      change({ dialog: { kind: 'approval', sentence: failure.message, send, done, deed } });
    } else {
      refused(failure);
    }
  }
}

/** Somebody else approves; the answer is the register's refusal when it did not take their sign-on. */
export async function approve({ send, done, deed }, operator, password, code) {
  try {
    await enqueue(() => api.approve(operator, password, code, deed));
  } catch (failure) {
    return failure;
  }
  perform(send, done, deed);
  return null;
}
