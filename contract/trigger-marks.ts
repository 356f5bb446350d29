type Kind = 'onEdit' | 'onFormSubmit' | 'clock';

const key = (kind: Kind): string => `договор.сработал.${kind}`;

/** What a trigger of the contract's script does when it fires. */
export function leaveMark(kind: Kind): void {
  PropertiesService.getDocumentProperties().setProperty(key(kind), 'да');
}

export function wipeMark(kind: Kind): void {
  PropertiesService.getDocumentProperties().deleteProperty(key(kind));
}

export function hasMark(kind: Kind): boolean {
  return PropertiesService.getDocumentProperties().getProperty(key(kind)) !== null;
}
