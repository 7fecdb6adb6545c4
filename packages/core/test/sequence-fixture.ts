// Ten commitments with utilities invented for testing, and what exhaustive search found (../shared/data).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchange } from "../src/implementation/roadmap/exchange.js";
import { exchangeOf } from "./random-exchange.js";

const file = join(import.meta.dirname, "../../../../shared/data/hanoi_sequence_fixture.json");

export const isHere = existsSync(file);

interface Fixture {
  readonly parties: readonly string[];
  readonly actions: readonly {
    readonly id: string;
    readonly owner: string;
    readonly u: Readonly<Record<string, number>>;
    readonly pre: readonly string[];
    readonly durationMonths: number;
    readonly verificationLagMonths: number;
  }[];
  readonly cases: readonly { readonly delta: readonly number[] | null; readonly ratio: number | null }[];
  readonly mipFrontier: { readonly points: readonly { readonly L: number; readonly makespan: number | null }[] };
}

export const readFixture = (): Fixture => JSON.parse(readFileSync(file, "utf8")) as Fixture;

export const exchangeIn = ({ actions, parties }: Fixture): Exchange =>
  exchangeOf(
    actions.map(({ u }) => parties.map((party) => u[party] ?? 0)),
    actions.map(({ pre }) => pre.map((id) => actions.findIndex((one) => one.id === id))),
  );
