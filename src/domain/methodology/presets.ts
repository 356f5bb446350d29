import type { Method } from './method.ts';
import { banded, blankMethod, culture2515, education1547, meanMarks } from './older-methods.ts';
import { order344 } from './order-344.ts';
import { SPHERES } from './sphere.ts';

/** Every shipped method; order 344н first, one a sphere. */
export function methodPresets(): Method[] {
  return [
    ...SPHERES.map(({ id }) => order344(id)),
    education1547(),
    culture2515(),
    meanMarks(),
    banded(),
    blankMethod(),
  ];
}
