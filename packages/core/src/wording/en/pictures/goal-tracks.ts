// English text of the picture of how far an offer moves each goal from today to its far end, and of its table.
import { counted, shareText } from "../numbers.js";

export interface GoalProgress {
  readonly name: string;
  readonly moved: number;
  readonly of: number;
  /** Shares of the way, 0–1; below 0 is regress. */
  readonly least: number;
  readonly mean: number;
  readonly most: number;
}

const said = ({ name, moved, of, mean, least, most }: GoalProgress): string => {
  const range = of > 1 ? ` (from ${shareText(least)} to ${shareText(most)})` : "";
  return `${name}: ${moved} of ${of} moved, ${shareText(mean)} of the way on average${range}`;
};

export const goalTracks = {
  title: (offer: string) => `How far “${offer}” moves each goal`,
  description: (goals: readonly GoalProgress[]) => `${goals.map(said).join("; ")}.`,
  moved: (moved: number, of: number) => `${moved} of ${counted(of, "issue")} moved`,
  today: "today",
  allTheWay: "all the way",
  figures: {
    head: ["Goal", "Issues moved", "Least", "Mean", "Most"],
    row: ({ name, moved, of, least, mean, most }: GoalProgress) => [
      name,
      `${moved} of ${of}`,
      ...[least, mean, most].map(shareText),
    ],
  },
};
