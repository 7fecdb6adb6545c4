// Inspections over time: few inspections, many occasions.
//
// Dresher (RAND RM-2972, 1962); von Stengel, Recursive inspection games, Mathematics of Operations Research 41 (2016)
// 935–952. Timeliness: Diamond, Minimax policies for unobservable inspections, MOR 7 (1982) 139–153.

/**
 * What the violator gains, −b…1, in Dresher's game: `occasions` left, `inspections` left, both seen by the violator. A
 * violation that is not inspected gains 1, one that is costs `sanction`, none brings 0.
 * v(n, m) = C(n−1, m) / Σ_{i≤m} C(n, i) b^{m−i}, with 0 from m ≥ n on.
 * @param sanction b > 0; below 0 is no game: inspections that miss too much deter nobody, and the value is null
 */
export function violatorValue(occasions: number, inspections: number, sanction: number): number | null {
  if (sanction < 0) return null;
  if (inspections >= occasions) return 0;
  if (inspections <= 0) return 1;
  // Both sides divided by C(n, m): the terms stay within range for any n.
  let [term, sum] = [1, 1];
  for (let i = inspections; i > 0; i--) {
    term *= (i / (occasions - i + 1)) * sanction;
    sum += term;
  }
  return (occasions - inspections) / occasions / sum;
}

/** The probability with which to inspect on this occasion: (1 − v(n−1, m)) / (v(n−1, m−1) − v(n−1, m) + b + 1). */
export function inspectNow(occasions: number, inspections: number, sanction: number): number {
  if (inspections <= 0 || occasions <= 0) return 0;
  if (inspections >= occasions) return 1;
  const skipped = violatorValue(occasions - 1, inspections, sanction) ?? 1;
  const used = violatorValue(occasions - 1, inspections - 1, sanction) ?? 1;
  return (1 - skipped) / (used - skipped + sanction + 1);
}

/** The sanction as it weighs where an inspection sees a violation with probability p only: p b − (1 − p). */
export const effectiveSanction = (sanction: number, identification: number): number =>
  identification * sanction - (1 - identification);

/** The least detection probability that keeps a violator legal: gain / (sanction + gain). */
export const deterrent = (gain: number, sanction: number): number => gain / (sanction + gain);

/**
 * The delay until a violation is detected, in parts of the time between two sure inspections, with `interim` inspections
 * between them. At equal steps, announced: 1/(k+1). One, unannounced, drawn with density 1/(1−t) on [0, 1 − 1/e]: 1/e.
 */
export const announcedDelay = (interim: number): number => 1 / (interim + 1);
export const UNANNOUNCED_DELAY: number = Math.exp(-1);
