// What a roadmap comes to, as codes and parameters; the sentences are made of them by a language.
import type { Case } from "../../case/index.js";
import { TOLERANCE } from "../../math/index.js";
import { type ExposureSaid, partyNamed, type RoadSaid } from "../../wording/index.js";
import type { Roadmap } from "./types.js";

type Laid = Omit<Roadmap, "sentence" | "said">;

/** Less than this is shown as nothing. */
const NOTHING = 0.05;

export function roadSaid(negotiation: Case, laid: Laid): RoadSaid {
  const { parties, course, end, scale, steps } = laid;
  const over = Math.max(0, ...parties.map(({ exposure, accepts }) => exposure - (accepts ?? exposure)));
  return {
    days: course.end,
    end,
    exposure: exposureSaid(negotiation, laid),
    beyond: over > TOLERANCE ? over : 0,
    accepted: scale === "accepted",
    tempted: parties.flatMap(({ id, temptation, forgoes }) =>
      forgoes !== null && temptation > forgoes + TOLERANCE
        ? [{ party: partyNamed(negotiation, id), brings: temptation, forgoes }]
        : [],
    ),
    early: steps.filter(({ early }) => early).map(({ text }) => text),
    late: steps.filter(({ late }) => late).map(({ text, due }) => ({ step: text, due: due ?? "" })),
    safer: saferSaid(negotiation, laid),
  };
}

/** That nobody is exposed is said only where it is so in nearly all models, or where there is one only. */
function exposureSaid(negotiation: Case, { parties, certainty, models }: Laid): ExposureSaid | null {
  if (parties.length === 0) return null;
  const named = (id: string) => partyNamed(negotiation, id);
  if (parties.some(({ exposure }) => exposure >= NOTHING))
    return {
      code: "parties",
      parties: parties.map(({ id, exposure, accepts }) => ({
        party: named(id),
        points: exposure,
        accepts,
        beyond: accepts !== null && exposure > accepts + TOLERANCE,
      })),
    };
  const high = parties.map(({ id }) => ({ id, points: certainty?.exposure[id]?.high ?? null }));
  if (models <= 1 || high.every(({ points }) => points !== null && points < NOTHING)) return { code: "nobody" };
  return {
    code: "nobodyInTheMedian",
    worst: high.flatMap(({ id, points }) =>
      points !== null && points >= NOTHING ? [{ party: named(id), points }] : [],
    ),
  };
}

function saferSaid(negotiation: Case, { safer, parties, steps }: Laid): RoadSaid["safer"] {
  if (!safer) return null;
  return {
    end: safer.end,
    exposure: parties.map(({ id }) => ({ party: partyNamed(negotiation, id), points: safer.exposure[id] ?? 0 })),
    late: safer.late.map(({ id, due, end }) => ({
      step: steps.find((step) => step.id === id)?.text ?? id,
      due,
      end,
    })),
    allKept: !steps.some(({ late }) => late),
  };
}
