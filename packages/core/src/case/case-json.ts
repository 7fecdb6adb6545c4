/** JSON of a case or a part of one, for telling whether two are alike: maps and sets, which JSON has no form for, as lists. */
export const caseJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Map || part instanceof Set ? [...part] : part));
