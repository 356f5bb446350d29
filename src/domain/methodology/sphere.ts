/** The kinds of institution that order 344н treats differently. */
export type SphereId =
  | 'education'
  | 'culture'
  | 'performing-arts'
  | 'health-ambulatory'
  | 'health-inpatient'
  | 'social-service';

export interface Sphere {
  readonly id: SphereId;
  /** The word that people write in cells and that `NOKO_…` functions take. */
  readonly name: string;
}

export const SPHERES: readonly Sphere[] = [
  { id: 'education', name: 'образование' },
  { id: 'culture', name: 'культура' },
  { id: 'performing-arts', name: 'исполнительские искусства' },
  { id: 'health-ambulatory', name: 'здравоохранение, амбулаторно' },
  { id: 'health-inpatient', name: 'здравоохранение, стационар' },
  { id: 'social-service', name: 'социальное обслуживание' },
];

/** Letter case, spaces round the comma and a stray full stop do not make another sphere. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s.,;]+/g, ' ')
    .trim();
}

/** The sphere a person wrote, or undefined. */
export function sphereNamed(name: string): Sphere | undefined {
  const wanted = plain(name);
  return SPHERES.find((sphere) => plain(sphere.name) === wanted);
}

export function sphereOf(id: SphereId): Sphere {
  return SPHERES.find((sphere) => sphere.id === id)!;
}
