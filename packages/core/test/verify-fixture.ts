// Sample sizes, inspection games and allocations with figures that were published or recomputed (../shared/data).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../../shared/data");

export const isHere = existsSync(join(folder, "verify_fixtures.json"));

/** A table as numbers and words, by its head. */
export function readTable(name: string): Record<string, string>[] {
  const [head = "", ...rows] = readFileSync(join(folder, name), "utf8").trim().split("\n");
  const columns = head.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, at) => [columns[at] ?? "", cell.trim()])));
}

export interface VerifyFixture {
  readonly imperfectDetection: {
    readonly N: number;
    readonly d: number;
    readonly n: number;
    readonly p: number;
    readonly dp: number;
    readonly nFor90: Readonly<Record<string, number>>;
  };
  readonly allocation: {
    readonly mu: readonly number[];
    readonly N: readonly number[];
    readonly eps: readonly number[];
    readonly C: number;
    readonly M: number;
    readonly S: number;
    readonly n: readonly number[];
    readonly r: readonly number[];
    readonly dp: number;
  };
  readonly securityGame: readonly {
    readonly Uu: readonly number[];
    readonly Uc: readonly number[];
    readonly m?: number;
    readonly x?: number;
    readonly c?: readonly number[];
    readonly deterrenceResources?: number;
    readonly xByM?: readonly number[];
  }[];
  readonly blackwellSearch: {
    readonly p: readonly number[];
    readonly overlook: readonly number[];
    readonly cost: readonly number[];
    readonly order: readonly number[];
    readonly cumDetection: readonly number[];
    readonly detection9: number;
    readonly expectedCost9: number;
  };
  readonly absence: {
    readonly prior: number;
    readonly q: number;
    readonly posterior: Readonly<Record<string, number>>;
  };
}

export const readFixture = (): VerifyFixture =>
  JSON.parse(readFileSync(join(folder, "verify_fixtures.json"), "utf8")) as VerifyFixture;
