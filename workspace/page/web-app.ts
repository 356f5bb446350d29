import { bridgedFrame } from './script-html.ts';

/** The script's page fills the window; this page only carries its calls. */
const { url = '', title = '' } = document.body.dataset;
document.body.append(bridgedFrame({ title, url }, crypto.randomUUID(), { close() {}, resize() {} }));
