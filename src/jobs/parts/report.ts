/** The Council's report. */
import { fromMenu } from '../guarded.ts';
import { councilReportJob } from '../rating/council-report.ts';

export const menuCouncilReport = (): void => fromMenu('Отчёт Общественному совету', councilReportJob);
