// CaSiNo: 1,030 negotiations of two people over three packages each of food, water and firewood. Each knows which of
// them it needs most (5 points a package), less (4) and least (3). Chawla et al., NAACL 2021; CC BY 4.0.
// The data stay out of the project: tests read them where they are, and say so where not.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../../shared/data/casino");

export const GOODS = ["Food", "Water", "Firewood"] as const;

interface Written {
  readonly chat_logs: readonly {
    readonly text: string;
    readonly id: string;
    readonly task_data: { readonly issue2youget?: Readonly<Record<string, string>> };
  }[];
  readonly participant_info: Readonly<
    Record<string, { readonly value2issue: Readonly<Record<"High" | "Medium" | "Low", string>> }>
  >;
}

export interface Dialogue {
  /** Points for a package of each good, by person. */
  readonly points: ReadonlyMap<string, readonly number[]>;
  /** What each submitted deal leaves its proposer of each good, in order. */
  readonly deals: readonly { readonly by: string; readonly mine: readonly number[] }[];
  /** Whether the last submitted deal was accepted. */
  readonly agreed: boolean;
}

export const hasCasino: boolean = existsSync(folder);

/** Every dialogue: train, validation and test parts. */
export function readCasino(): Dialogue[] {
  return ["train", "valid", "test"]
    .flatMap((part) => JSON.parse(readFileSync(join(folder, `casino_${part}.json`), "utf8")) as Written[])
    .map(({ chat_logs, participant_info }) => ({
      points: new Map(
        Object.entries(participant_info).map(([person, { value2issue }]) => [
          person,
          GOODS.map(
            (good) => ({ [value2issue.High]: 5, [value2issue.Medium]: 4, [value2issue.Low]: 3 })[good] ?? Number.NaN,
          ),
        ]),
      ),
      deals: chat_logs
        .filter(({ text }) => text === "Submit-Deal")
        .map(({ id, task_data }) => ({ by: id, mine: GOODS.map((good) => Number(task_data.issue2youget?.[good])) })),
      agreed: chat_logs.some(({ text }) => text === "Accept-Deal"),
    }));
}
