// A check that what an interests file says can all be true at once, and leaves enough room to draw models.
import type { Case, Day, Problem } from "../case/index.js";
import { feasibility } from "./feasibility.js";
import { describeConflict } from "./models.js";
import { preferencesOf } from "./preferences.js";

/**
 * What is wrong with the interests on file beyond their names: statements that no model agrees with (an error,
 * at the first of them), or that leave nearly none (a warning), as of a day.
 */
export function checkInterests(negotiation: Case, asOf: Day): Problem[] {
  return negotiation.interests.flatMap((interests): Problem[] => {
    // What is missing was said when the file was read.
    if (interests.unsaid.length > 0) return [];
    const preferences = preferencesOf(negotiation, interests, asOf);
    const found = feasibility(preferences, "independent");
    const file = { file: interests.file, line: 1, column: 1 };
    if (!found.state) {
      const place = found.conflict.statements.find(({ place: { file } }) => file === interests.file)?.place ?? file;
      return [{ severity: "error", place, message: describeConflict(preferences, found.conflict, "independent") }];
    }
    if (!found.tight) return [];
    const { statements } = found.tight;
    const names = statements.map(({ label, place }) => `${label} (${place.file}:${place.line})`).join("; ");
    return [
      {
        severity: "warning",
        place: statements[0]?.place ?? file,
        message: `these leave nearly no room: ${names}. Ask once more whether they were meant so.`,
      },
    ];
  });
}
