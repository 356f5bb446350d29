/** The formulas of the plan: the language of deadlines is more than half of what all formulas need, and few call it. */
export { planDeadline, planDues, planWorkday, planWorkdaysAfter } from '../../functions/plan.ts';
