// What falls due, soonest first.
import { addPeriod, type Day } from "../../case/index.js";
import { ownedText } from "./called.js";
import { AHEAD } from "./judging.js";
import { READINGS } from "./readings.js";
import type { Due, Monitoring, ObligationStanding } from "./types.js";

/** What falls due from the as-of day on. */
export function dueOf(obligations: readonly ObligationStanding[], powers: Monitoring["powers"], asOf: Day): Due[] {
  const last = addPeriod(asOf, AHEAD);
  const all: Due[] = obligations.flatMap((one): Due[] => {
    const text = ownedText(one);
    const { id, standing, from, until, limits, projection, inspect, form } = one;
    if (["terminated", "discharged", "fulfilled", "late", "perhaps-late", "expired"].includes(standing)) return [];
    const tasks = one.ahead.map((day) => ({
      day,
      what: text,
      about: id,
      kind: READINGS[form].due,
    }));
    return [
      ...tasks,
      ...(from ? [{ day: from, what: `${text}: begins to bind`, about: id, kind: "begins" as const }] : []),
      ...(until ? [{ day: until, what: `${text}: last day`, about: id, kind: "ends" as const }] : []),
      ...limits.flatMap(({ from: day, text: limit }) =>
        day && day !== from && (until === null || day <= until)
          ? [{ day, what: `${text}: ${limit} from now on`, about: id, kind: "limit" as const }]
          : [],
      ),
      ...(projection?.crosses && standing === "at-risk"
        ? [
            {
              day: projection.crosses,
              what: `${text}: ${projection.perYear === null ? "beyond the limit that begins, if the figure stays as it is" : "beyond the limit at this pace"}`,
              about: id,
              kind: "crossing" as const,
            },
          ]
        : []),
      ...(inspect && inspect.by > asOf
        ? [
            {
              day: inspect.by,
              what: `${text}: to be inspected (${inspect.why})`,
              about: id,
              kind: "inspection" as const,
            },
          ]
        : []),
    ];
  });
  const stages: Due[] = powers.flatMap(({ id, text, stages: clock, standing }) =>
    standing === "running"
      ? clock.map(({ name, until }) => ({
          day: until,
          what: `${text}: "${name}" ends`,
          about: id,
          kind: "stage" as const,
        }))
      : [],
  );
  return (
    [...all, ...stages]
      // What comes again and again is listed for three years; a day that an agreement names, however far it lies ahead.
      .filter(({ day, kind }) => day >= asOf && (day <= last || kind === "limit" || kind === "begins"))
      .sort((a, b) => a.day.localeCompare(b.day, "en") || a.about.localeCompare(b.about, "en"))
  );
}
