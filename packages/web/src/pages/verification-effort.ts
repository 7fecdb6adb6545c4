// What the address of the verification page says of effort and of clean looks, and where they lie on their sliders.

/** Effort that is tried, in the plan's unit; null where none is, or none that can be read. */
export function effortFrom(text: string | null): number | null {
  if (text === null || text.trim() === "") return null;
  const effort = Number(text);
  return Number.isFinite(effort) ? effort : null;
}

/** As many steps as the slider of effort has. */
export const EFFORT_STEPS = 200;

export const stepOfEffort = (effort: number, most: number): number => Math.round((EFFORT_STEPS * effort) / most);

/** The effort at a step, to three figures. */
export const effortAt = (step: number, most: number): number => Number(((most * step) / EFFORT_STEPS).toPrecision(3));

/** As many clean looks as are followed. */
export const MOST_LOOKS = 12;

/** After how many clean looks it is asked; one where the address says nothing that can be read. */
export function cleanFrom(text: string | null): number {
  const asked = Number(text ?? 1);
  return Number.isInteger(asked) && asked >= 0 && asked <= MOST_LOOKS ? asked : 1;
}
