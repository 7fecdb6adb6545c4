// The figures in packages/core/test/evidence against the files that they were taken from, which are no part of the project.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dialogues, GOODS } from "../packages/core/test/evidence/casino.js";
import { contracts } from "../packages/core/test/evidence/contracts.js";
import * as inspection from "../packages/core/test/evidence/inspection.js";
import { accepted, events, states } from "../packages/core/test/evidence/obligation-machine.js";
import * as ten from "../packages/core/test/evidence/ten-commitments.js";

const data = join(import.meta.dirname, "../../shared/data");
const json = (file: string) => JSON.parse(readFileSync(join(data, file), "utf8"));
/** The rows of a table below its head. */
const rows = (file: string) =>
  readFileSync(join(data, file), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.trim().split(","));

const FROM: Readonly<Record<string, { readonly files: readonly string[]; readonly compare: () => void }>> = {
  casino: {
    files: ["train", "valid", "test"].map((part) => `casino/casino_${part}.json`),
    compare() {
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
      const written = this.files.flatMap((file) => json(file) as Written[]);
      const theirs = written.map(({ chat_logs, participant_info }) => {
        const people = Object.keys(participant_info);
        return JSON.stringify({
          points: Object.values(participant_info).map(({ value2issue: { High, Medium, Low } }) =>
            GOODS.map((good) => ({ [High]: 5, [Medium]: 4, [Low]: 3 })[good]),
          ),
          deals: chat_logs
            .filter(({ text }) => text === "Submit-Deal")
            .map(({ id, task_data }) => [
              people.indexOf(id),
              GOODS.map((good) => Number(task_data.issue2youget?.[good])),
            ]),
          agreed: chat_logs.some(({ text }) => text === "Accept-Deal"),
        });
      });
      const ours = dialogues.map(({ points, deals, agreed }) =>
        JSON.stringify({
          points: [...points.values()],
          deals: deals.map(({ by, mine }) => [[...points.keys()].indexOf(by), mine]),
          agreed,
        }),
      );
      expect(ours.sort()).toEqual(theirs.sort());
    },
  },
  contracts: {
    files: ["scenarios/Itex_vs_Cypress.json", "scenarios/CameraB.json", "scenarios/ground_truth.json"],
    compare() {
      const truth = json(this.files[2] ?? "");
      for (const [at, contract] of contracts.entries()) {
        const file = this.files[at] ?? "";
        const { issues } = json(file);
        expect(contract.issues).toEqual(
          issues.map((one: Record<string, unknown>) => ({
            name: one.name,
            options: one.options,
            weights: [one.weightA, one.weightB],
            evaluations: [one.evalA, one.evalB],
          })),
        );
        const { outcomes, pareto_points, frontier_first_last, nash, ks_discrete } = truth[file.slice(10, -5)];
        expect(contract).toMatchObject({ packages: outcomes, frontier: pareto_points, ends: frontier_first_last });
        for (const { u, deal } of [nash, ks_discrete]) expect(contract.solution).toEqual({ values: u, options: deal });
      }
    },
  },
  inspection: {
    files: ["sample_sizes.csv", "dresher_values.csv", "verify_fixtures.json"],
    compare() {
      expect(inspection.sampleSizes.map((one) => Object.values(one))).toEqual(
        rows("sample_sizes.csv").map((row) => row.slice(0, 6).map(Number)),
      );
      expect(inspection.inspectionGames.map((one) => Object.values(one))).toEqual(
        rows("dresher_values.csv").map(([b, n, m, , value]) => [
          ...[b, n, m].map(Number),
          expect.closeTo(Number(value), 14),
        ]),
      );
      const { imperfectDetection, allocation, securityGame, blackwellSearch, absence } = json("verify_fixtures.json");
      const { items, falsified, drawn, identification, detection, for90 } = inspection.imperfectChecks;
      expect({ N: items, d: falsified, n: drawn, p: identification, dp: detection }).toEqual({
        ...imperfectDetection,
        nFor90: undefined,
      });
      expect(for90.map(([, size]) => size)).toEqual(Object.values(imperfectDetection.nFor90));
      const { each, effort, total, goal, weight, checks, diverted, ...stratum } = inspection.allocation;
      expect({
        mu: each,
        N: stratum.items,
        eps: effort,
        C: total,
        M: goal,
        S: weight,
        n: checks,
        r: diverted,
        dp: stratum.detection,
      }).toEqual({ ...allocation, exponent: undefined });
      for (const { Uu, Uc, m, x, c, deterrenceResources, xByM } of securityGame) {
        const game = inspection.securityGames.find(({ unseen }) => unseen.join() === Uu.join());
        expect(game?.seen).toEqual(Uc);
        if (deterrenceResources) expect(game?.deters).toBeCloseTo(deterrenceResources, 12);
        const known = game?.levels.map(({ visits, level, seenAt }) => ({ visits, level, seenAt }));
        if (xByM)
          expect(known).toEqual(
            xByM.map((level: number, at: number) => ({ visits: at + 1, level, seenAt: undefined })),
          );
        else
          expect(known).toContainEqual({
            visits: m,
            level: expect.closeTo(x, 12),
            seenAt: c.map((share: number) => expect.closeTo(share, 12)),
          });
      }
      const { prior, overlook, cost, order, found, foundByNine, expectedCost } = inspection.search;
      expect(blackwellSearch).toEqual({
        p: prior,
        overlook,
        cost,
        order,
        cumDetection: found,
        detection9: foundByNine,
        expectedCost9: expectedCost,
      });
      expect(absence).toEqual({
        prior: inspection.absence.prior,
        q: inspection.absence.seenByOne,
        posterior: Object.fromEntries(inspection.absence.left),
      });
    },
  },
  "obligation machine": {
    files: ["symboleo_obligation_transitions.csv"],
    compare() {
      const theirs = rows(this.files[0] ?? "");
      expect(theirs.map(([from, event]) => [from, event])).toEqual(
        states.flatMap((from) => events.map((event) => [from, event])),
      );
      expect(
        theirs.filter(([, , isAccepted]) => isAccepted === "true").map(([from, event, , to]) => [from, event, to]),
      ).toEqual(accepted);
    },
  },
  "ten commitments": {
    files: ["hanoi_sequence_fixture.json"],
    compare() {
      const { parties, actions, cases, mipFrontier } = json(this.files[0] ?? "");
      expect(ten.PARTIES).toEqual(parties);
      expect(ten.commitments).toEqual(
        actions.map((one: Record<string, unknown> & { u: Record<string, number> }) => ({
          id: one.id,
          by: parties.indexOf(one.owner),
          worth: parties.map((id: string) => one.u[id]),
          after: one.pre,
          months: one.durationMonths,
          lag: one.verificationLagMonths,
        })),
      );
      const bounded = cases.filter(({ delta }: { delta: unknown }) => delta !== null);
      expect(ten.leastExposure).toEqual(
        bounded.map(({ delta, ratio }: { delta: number[]; ratio: number | null }) => ({
          temptation: delta[0],
          exposure: ratio,
        })),
      );
      const points = mipFrontier.points.map(({ L, makespan }: Record<string, number>) => ({
        cap: L,
        months: makespan,
      }));
      for (const known of ten.fewestMonths) expect(points).toContainEqual(known);
    },
  },
};

describe("what is carried home is what its source says", () => {
  for (const [name, from] of Object.entries(FROM)) {
    const missing = from.files.filter((file) => !existsSync(join(data, file)));
    const where = missing.length > 0 ? ` (skipped without ../shared/data/${missing.join(", ")})` : "";
    it.skipIf(missing.length > 0)(`${name}${where}`, () => from.compare());
  }
});
