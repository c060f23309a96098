/** All that the page shows. Everybody may read it; only change() writes it. */
export const state = {
  language: 'ja',
  register: null, // what GET /api/register said last
  offline: false,
  session: null, // the session, with its token; null until somebody signs on
  locked: false,
  entrance: 'unknown', // unknown | signOn | password | open
  codeAsked: null, // of whom the register wants a code beside the password
  asked: { profile: '', rules: [] }, // of passwords
  sentences: [], // rules that a new password broke
  sale: null, // the open sale's view
  closed: null, // the sale just closed, until the next one begins
  added: null, // number of the line that was added last
  selected: null, // number of the line that keys and buttons mean
  paying: false, // the cash pane is open
  unanswered: 0, // calls on their way
  problems: [], // sentences at the scan field
  atTerminal: false, // the customer is at the card terminal
  dialog: null, // {kind, …}: the kinds stand in views/dialogs.js
};

const followers = [];

/** Calls back after every change. */
export function follow(follower) {
  followers.push(follower);
}

export function change(patch) {
  Object.assign(state, patch);
  followers.forEach((follower) => follower());
}
