import { bridgedFrame } from './script-html.ts';

/** The script's page fills the window; this page only carries its calls. */
const { url = '', title = '', runAt = '' } = document.body.dataset;
document.body.append(bridgedFrame({ title, url, runAt }, crypto.randomUUID(), { close() {}, resize() {} }));
