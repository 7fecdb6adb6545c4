import { describe, expect, it } from "vitest";
import { buildCase } from "../../test/build-case.js";
import type { ExactFrontier } from "./exact-frontier.js";
import { frontier } from "./frontier.js";

type Points = Readonly<Record<string, number>>;

/** A buyer and a seller of one thing at a price from 0 to 100, with one more issue; scores straight between points. */
function made(
  step: number,
  buyer: Points,
  seller: Points,
  reservation: readonly [number, number],
  rule = false,
): ExactFrontier {
  const party = (id: string, price: Points, speed: readonly [number, number], points: number) => ({
    party: id,
    swings: { points: { price: 70, speed: 30 } },
    scores: { price: { points: price }, speed: { points: { o0: speed[0], o1: speed[1] } } },
    reservation: { points },
  });
  const found = frontier(
    buildCase({
      case: {
        issues: [
          { id: "price", name: "Price", today: 0, numeric: { from: 0, to: 100, step, continuous: true } },
          { id: "speed", name: "Speed", today: "o0", options: [{ id: "o0" }, { id: "o1" }] },
        ],
        ...(rule && { rules: [{ id: "r", never: { price: 100, speed: "o1" } }] }),
      },
      interests: [party("a", buyer, [0, 1], reservation[0]), party("b", seller, [1, 0], reservation[1])],
    }),
  );
  if (!found.ok || found.value.kind !== "exact") throw new Error("an exact frontier");
  return found.value;
}

const surplus = (values: readonly number[], reservation: readonly [number, number]) =>
  values.map((value, p) => (value - (reservation[p] ?? 0)) / 100);

describe("solutions between the steps of a continuous issue", () => {
  it("split a straight pie in the middle, wherever the steps lie (Nash 1950)", () => {
    const found = made(20, { 0: 1, 100: 0 }, { 0: 0, 100: 1 }, [25, 25]);
    expect(found.betweenSteps?.nash.values.map((value) => value.toFixed(9))).toEqual(["50.000000000", "50.000000000"]);
    expect(found.betweenSteps?.kalaiSmorodinsky.values.map((value) => value.toFixed(9))).toEqual([
      "50.000000000",
      "50.000000000",
    ]);
    // 70 points of price and 30 of speed: with the slow delivery the price is 50 − 15/0.7.
    const nash = found.betweenSteps?.nash;
    expect(nash?.number).toBeCloseTo(nash?.options.speed === "o1" ? 50 + 15 / 0.7 : 50 - 15 / 0.7, 9);
  });

  it.each([
    [{ 0: 1, 40: 0.9, 100: 0 }, { 0: 0, 20: 0.5, 100: 1 }, [10, 20]],
    [{ 0: 1, 60: 0.2, 100: 0 }, { 0: 0, 60: 0.3, 100: 1 }, [0, 40]],
    [{ 0: 0, 40: 1, 100: 0.1 }, { 0: 0, 80: 1, 100: 0.5 }, [30, 30]],
    [{ 0: 1, 100: 0 }, { 0: 0, 100: 1 }, [60, 20]],
  ] as const)("are what steps a hundred times as fine come to: %j against %j", (buyer, seller, reservation) => {
    const closed = made(20, buyer, seller, reservation).betweenSteps;
    const fine = made(0.2, buyer, seller, reservation);
    const [nash] = fine.solutions.nash.packages;
    const product = (values: readonly number[]) => surplus(values, reservation).reduce((p, gain) => p * gain, 1);
    const steps = product(Object.values(nash?.values ?? {}));
    expect(product(closed?.nash.values ?? [])).toBeGreaterThanOrEqual(steps - 1e-12);
    expect(product(closed?.nash.values ?? [])).toBeLessThan(steps + 1e-4);
    // Kalai–Smorodinsky: the least share, against ideals that lie on the fine steps to within a step.
    const ideal = [0, 1].map((p) =>
      Math.max(
        ...fine.packages
          .map(({ values }) => surplus(Object.values(values), reservation))
          .filter((gains) => gains.every((gain) => gain >= -1e-9))
          .map((gains) => gains[p] ?? 0),
      ),
    );
    const least = (values: readonly number[]) =>
      Math.min(...surplus(values, reservation).map((gain, p) => gain / (ideal[p] ?? 1)));
    const [ks] = fine.solutions.kalaiSmorodinsky.packages;
    expect(
      Math.abs(least(closed?.kalaiSmorodinsky.values ?? []) - least(Object.values(ks?.values ?? {}))),
    ).toBeLessThan(0.01);
  });

  it("are none where nothing suits both, or a rule ties the issue", () => {
    expect(made(20, { 0: 1, 100: 0 }, { 0: 0, 100: 1 }, [90, 90]).betweenSteps).toBeNull();
    expect(made(20, { 0: 1, 100: 0 }, { 0: 0, 100: 1 }, [10, 10], true).betweenSteps).toBeNull();
  });
});
