/** What the web app runs: the page and the calendar that links of letters lead to. */
export { answerRequest } from '../web/answer-request.ts';
export { confirmDone } from '../web/confirm-done.ts';
