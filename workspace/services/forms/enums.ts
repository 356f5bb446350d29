import { defineEnum } from '../../kernel/google-object.ts';
import { ITEM_TYPES } from './form-record.ts';

/** The order of values is Google's, for `ordinal()` and `compareTo()`. */
export const ItemType = defineEnum('ItemType', ITEM_TYPES);
export const PageNavigationType = defineEnum('PageNavigationType', ['CONTINUE', 'GO_TO_PAGE', 'RESTART', 'SUBMIT']);
export const DestinationType = defineEnum('DestinationType', ['SPREADSHEET']);
export const Alignment = defineEnum('Alignment', ['LEFT', 'CENTER', 'RIGHT']);
export const FeedbackType = defineEnum('FeedbackType', ['CORRECT', 'INCORRECT', 'GENERAL']);
export const RatingIconType = defineEnum('RatingIconType', ['STAR', 'HEART', 'THUMB_UP']);
