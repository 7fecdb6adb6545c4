// English text of the picture of how the chance of detection rises with inspection effort, and of its table.
import { figureText, percentText } from "../numbers.js";

export const detectionByEffort = {
  title: (unit: string | null) => `What more effort would see${unit === null ? "" : `, by ${unit} a round`}`,
  seenWith: "Seen with, in percent",
  figures: {
    head: (unit: string | null, ways: readonly string[]) => [unit ?? "effort", ...ways],
    row: (effort: number, detection: readonly number[]) => [figureText(effort), ...detection.map(percentText)],
  },
};
