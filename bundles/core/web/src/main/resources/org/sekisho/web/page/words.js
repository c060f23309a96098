import en from './words/en.js';
import ja from './words/ja.js';
import { change, state } from './state.js';

const dictionaries = { ja, en };
const STORED = 'sekisho.language';

/** The words of a key in the language of the page; `{name}` stands for a value. */
export function words(key, values = {}) {
  return dictionaries[state.language][key].replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

/** The item's name in the language of the page. */
export function nameOf(line) {
  return (state.language === 'en' && line.nameEn) || line.name;
}

/** Every language, by the name that its own people call it. */
export const languages = Object.keys(dictionaries).map((code) => ({ code, name: dictionaries[code].language }));

/** Speaks the language that this register's people chose, else the store's. */
export function speakFirst(storesLanguage) {
  speak(dictionaries[remembered()] ? remembered() : storesLanguage);
}

/** Speaks a language from now on, here and after a reload. */
export function chooseLanguage(code) {
  try {
    localStorage.setItem(STORED, code);
  } catch {
    // A browser that keeps nothing asks again tomorrow.
  }
  speak(code);
}

function remembered() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function speak(code) {
  document.documentElement.lang = code;
  change({ language: code });
}
