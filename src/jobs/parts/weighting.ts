/** The second view of the rating, a part of its own: it counts the answers themselves, which the rating does not. */
import { fromMenu } from '../guarded.ts';
import { secondViewJob } from '../rating/second-view.ts';

export const menuSecondView = (): void => fromMenu('Второй взгляд: по составу получателей', secondViewJob);
