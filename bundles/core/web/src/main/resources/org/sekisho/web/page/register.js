import { api, NoAnswer } from './api.js';
import { html, render } from './lib/lit-html.js';
import { keepFocus, listen } from './keys.js';
import { resume } from './session.js';
import { change, follow, state } from './state.js';
import { showDialog, dialog } from './views/dialogs.js';
import { header } from './views/header.js';
import { notices } from './views/notices.js';
import { password } from './views/password.js';
import { signOn } from './views/sign-on.js';
import { showNewest, till } from './views/till.js';
import { speakFirst } from './words.js';

const POLL_MS = 4000;
const RETRY_MS = 1000;

const page = document.querySelector('#page');

function main() {
  if (state.locked || state.entrance === 'signOn') {
    return signOn();
  }
  return { password, open: till, unknown: () => '' }[state.entrance]();
}

function draw() {
  if (state.register) {
    render(html`${header()} ${notices()} ${main()} ${dialog()}`, page);
    showDialog();
    showNewest();
    keepFocus();
  }
}

let told = null;

/** What the register itself said is asked for anew in another language. */
async function translate() {
  if (state.register && told !== state.language) {
    told = state.language;
    try {
      change({ register: await api.register() });
      if (state.entrance === 'password') {
        change({ asked: await api.passwordRules() });
      }
    } catch {
      // The next poll brings it.
    }
  }
}

/** Asks what the register waits for, for as long as the page is open. */
async function poll() {
  let again = POLL_MS;
  try {
    const register = await api.register();
    const first = !state.register;
    change({ register, offline: false });
    if (first) {
      speakFirst(register.language);
    }
    if (state.entrance === 'unknown') {
      await resume();
    }
  } catch (failure) {
    change({ offline: failure instanceof NoAnswer });
    again = RETRY_MS;
  }
  setTimeout(poll, again);
}

// Chromium keeps the boxes that it drew for glyphs before their font came: so the font comes first.
await document.fonts.load('1em "Sekisho Japanese"', '関').catch(() => []);
follow(draw);
follow(translate);
listen();
poll();
