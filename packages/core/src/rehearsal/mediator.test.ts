// Laws of the single text: what becomes of drafts, what a mediator may draft, and that it knows nobody's needs.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import { randomCase } from "../../test/random-case.js";
import { brokenRules } from "../agreements/index.js";
import type { Case } from "../case/index.js";
import { at } from "../math/index.js";
import { briefOf, type Ground, groundOf, worldIn } from "./ground.js";
import { wayOf } from "./mediator.js";
import { playerOf } from "./players.js";
import { packageIn } from "./pool.js";
import { ACCEPT, answersIn, KEEP, type Player, play, type Trace, WALK } from "./session.js";
import { BIDDINGS, styleOf } from "./styles.js";
import { signs, type World } from "./world.js";

const groundIn = (negotiation: Case): Ground => {
  const found = groundOf(negotiation, { models: 50 });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
};

interface Mediated {
  readonly world: World;
  readonly trace: Trace;
}

/** A single text between these players, in the truth of one draw. @param deaf whether the mediator hears no answers */
function mediated(
  ground: Ground,
  rounds: number,
  playersIn: (world: World) => Player[],
  truth = 0,
  deaf = false,
): Mediated {
  const laidOut = worldIn(
    ground,
    ground.players.map(() => truth),
  );
  const { world, way } = wayOf("single-text", laidOut, () => briefOf(ground), rounds);
  return {
    world,
    trace: play(world, playersIn(world), rounds, 0, deaf && typeof way === "object" ? { ...way, told: () => {} } : way),
  };
}

const ofStyles =
  (ground: Ground, names: readonly (typeof PLAYED)[number][], rounds: number) =>
  (world: World): Player[] =>
    world.seats.map((_, seat) =>
      playerOf({ world, models: ground.models, seat, style: styleOf(at(names, seat)), rounds, labels: [1] }),
    );

/** Says what is written, round by round; the last of it to the end. */
const saying = (acts: readonly number[]): Player => ({
  act: ({ round }) => acts[Math.min(round, acts.length - 1)] ?? KEEP,
  hears: () => {},
});

/** All would rather have what is at least as good for them. */
const honest = ({ seats }: World): Player[] =>
  seats.map(({ values }) => ({
    act: ({ standing, text }) => (at(values, standing) >= at(values, text) ? ACCEPT : KEEP),
    hears: () => {},
  }));

/** All styles that need no record. */
const PLAYED = Object.keys(BIDDINGS).filter((name): name is keyof typeof BIDDINGS => name !== "as-on-record");

const packageAt = ({ pool }: World, row: number) => Array.from(packageIn(pool, row));

/** A wants much of x and c the opposite; b is with a. */
const three = (acceptance: object) =>
  groundIn(
    buildCase({
      case: {
        parties: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
        acceptance,
        issues: [issue("x", 3), issue("y", 3)],
      },
      interests: [
        numbers("a", { x: 1, y: 1 }, { x: [0, 1, 2], y: [0, 1, 2] }),
        numbers("b", { x: 1, y: 1 }, { x: [0, 1, 2], y: [0, 1, 2] }),
        numbers("c", { x: 1, y: 1 }, { x: [2, 1, 0], y: [2, 1, 0] }),
      ],
    }),
  );

/** Two who want the opposite on eight issues, and nothing says which of these matters to whom. */
function unknown(): Ground {
  const ids = ["x1", "x2", "x3", "x4", "y1", "y2", "y3", "y4"];
  const wants = (party: string, first: string, last: string) => ({
    party,
    swings: { rank: [ids] },
    scores: Object.fromEntries(ids.map((id, k) => [id, { prefer: k < 4 ? first : last }])),
    reservation: { points: [0, 20] },
  });
  return groundIn(
    buildCase({
      case: { issues: ids.map((id) => issue(id, 2)) },
      interests: [wants("a", "more", "less"), wants("b", "less", "more")],
    }),
  );
}

describe("a single text", () => {
  it("is the last draft that enough would rather have had, and a deal when enough sign it", () => {
    fc.assert(
      fc.property(
        fc.oneof(randomCase(2), randomCase(3)),
        fc.array(fc.constantFrom(...PLAYED), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 8 }),
        (negotiation, names, rounds) => {
          const ground = groundIn(negotiation);
          const { world, trace } = mediated(ground, rounds, ofStyles(ground, names, rounds));
          fc.pre(!trace.acts.includes(WALK));
          const said = (round: number) => {
            const yes = answersIn(trace, round, ACCEPT);
            expect([...yes, ...answersIn(trace, round, KEEP)].sort()).toEqual(world.seats.map((_, seat) => seat));
            return yes.length >= 2 && world.enough((seat) => yes.includes(seat));
          };
          trace.drafts.forEach(({ draft, text }, round) => {
            const next = trace.drafts[round + 1];
            expect(draft === text).toBe(next === undefined);
            if (next) expect(next.text).toBe(said(round) ? draft : text);
          });
          const last = trace.drafts.length - 1;
          expect(last).toBeLessThan(rounds);
          const agreed = said(last);
          expect([trace.end, trace.deal]).toEqual(agreed ? ["deal", at(trace.drafts, last).text] : ["deadline", -1]);
          for (const seat of answersIn(trace, last, ACCEPT))
            expect(signs(world, at(world.seats, seat), at(trace.drafts, last).text)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("gets no worse for anybody where all must agree and nobody takes what is worse", () => {
    fc.assert(
      fc.property(randomCase(2), fc.integer({ min: 2, max: 8 }), (negotiation, rounds) => {
        const ground = groundIn(negotiation);
        const { world, trace } = mediated(ground, rounds, honest);
        trace.drafts.slice(1).forEach(({ text }, k) => {
          for (const { values } of world.seats)
            expect(at(values, text)).toBeGreaterThanOrEqual(at(values, at(trace.drafts, k).text));
        });
      }),
      { numRuns: 60 },
    );
  });

  it("goes by the acceptance of the case, and one yes alone changes nothing", () => {
    const rather = [ACCEPT];
    const end = (acceptance: object, third: number) => {
      const { trace } = mediated(three(acceptance), 3, () => [saying(rather), saying(rather), saying([third])]);
      return [trace.end, new Set(trace.drafts.map(({ text }) => text)).size > 1];
    };
    expect(end({ atLeast: 2 }, KEEP)).toEqual(["deal", true]);
    expect(end({ atLeast: 3 }, KEEP)).toEqual(["deadline", false]);
    const alone = mediated(three({ atLeast: 1 }), 3, () => [saying([ACCEPT]), saying([KEEP]), saying([KEEP])]);
    expect(alone.trace.end).toBe("deadline");
    // Who walks out is not asked again, and the others go on while they are enough.
    const left = mediated(three({ atLeast: 2 }), 3, () => [saying(rather), saying(rather), saying([WALK])]);
    expect(left.trace.end).toBe("deal");
    expect(Array.from(left.trace.actors).filter((seat) => seat === 2)).toEqual([2]);
    expect(
      mediated(three({ atLeast: 3 }), 3, () => [saying(rather), saying(rather), saying([WALK])]).trace,
    ).toMatchObject({ end: "walked", endedBy: 2 });
  });

  it("takes neither offers nor anything but a yes or no, which belong to it alone", () => {
    const ground = three({ atLeast: 2 });
    for (const act of [0, -7, 1.5])
      expect(mediated(ground, 3, () => [saying([act]), saying([KEEP]), saying([KEEP])]).trace.end).toBe("cheated");
    const laidOut = worldIn(ground, [0, 0, 0]);
    for (const way of ["alternating", "sealed"] as const)
      expect(
        play(
          laidOut,
          [KEEP, KEEP, KEEP].map((act) => saying([act])),
          2,
          0,
          way,
        ).end,
      ).toBe("cheated");
  });
});

describe("a mediator", () => {
  it("begins with how things are, drafts what the rules allow on one issue or two, and nothing twice", () => {
    fc.assert(
      fc.property(
        fc.oneof(randomCase(2), randomCase(3)),
        fc.array(fc.constantFrom(ACCEPT, KEEP), { minLength: 8, maxLength: 8 }),
        (negotiation, acts) => {
          const ground = groundIn(negotiation);
          const { start, crossed } = briefOf(ground);
          const { world, trace } = mediated(ground, 8, ({ seats }) =>
            seats.map((_, seat) => saying(acts.map((act, round) => (round % (seat + 1) === 0 ? act : ACCEPT)))),
          );
          expect(packageAt(world, at(trace.drafts, 0).text)).toEqual([...start]);
          const drafts = trace.drafts.filter(({ draft, text }) => draft !== text);
          const all = [[...start], ...drafts.map(({ draft }) => packageAt(world, draft))];
          expect(new Set(all.map((one) => one.join())).size).toBe(all.length);
          for (const { draft, text } of drafts) {
            const [made, before] = [packageAt(world, draft), packageAt(world, text)];
            expect(brokenRules(negotiation, made)).toEqual([]);
            expect([1, 2]).toContain(made.filter((option, k) => option !== before[k]).length);
            // No line is crossed that the text does not cross too.
            expect(crossed(made) === 0 || crossed(made) < crossed(before)).toBe(true);
          }
          // How things are is where it begins wherever the rules allow it.
          const today = negotiation.issues.map((one) => one.today);
          if (brokenRules(negotiation, today).length === 0) expect(start).toEqual(today);
          else expect(brokenRules(negotiation, start)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("goes on with those who are there, however many they are, and minds nobody whom a draft does not touch", () => {
    const of = (count: number, swing: (k: number) => number, acceptance: object = {}) => {
      const ids = [..."abcdefghij"].slice(0, count);
      return groundIn(
        buildCase({
          case: {
            parties: ids.map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
            ...acceptance,
            issues: [issue("x", 3), issue("own", 2)],
          },
          interests: ids.map((id, k) =>
            numbers(id, { x: swing(k), own: 100 - swing(k) }, { x: [0, 1, 2], own: [1, 0] }),
          ),
        }),
      );
    };
    for (const count of [6, 7, 10]) {
      const { trace, world } = mediated(
        of(count, () => 50, { acceptance: { atLeast: 4 } }),
        8,
        () => Array.from({ length: count }, (_, k) => saying([k === count - 1 ? WALK : ACCEPT])),
      );
      expect(trace.end).toBe("deal");
      // All want the most of x.
      expect([count, at(packageAt(world, trace.deal), 0)]).toEqual([count, 2]);
    }
    // Two gain, and the others do not care.
    for (const count of [2, 6, 10]) {
      const { trace, world } = mediated(
        of(count, (k) => (k < 2 ? 5 : 0)),
        8,
        honest,
      );
      expect([count, at(packageAt(world, trace.deal), 0)]).toEqual([count, 2]);
    }
  });

  it("finds what both gain in a space that no one could list", () => {
    const ids = Array.from({ length: 8 }, (_, k) => `i${k}`);
    const most = 60;
    const wants = (party: string, mine: (k: number) => boolean) => ({
      party,
      swings: { points: Object.fromEntries(ids.map((id, k) => [id, mine(k) ? 9 : 1])) },
      scores: Object.fromEntries(
        ids.map((id) => [id, { points: party === "a" ? { 0: 0, [most]: 1 } : { 0: 1, [most]: 0 } }]),
      ),
      reservation: { points: 0 },
    });
    const ground = groundIn(
      buildCase({
        case: { issues: ids.map((id) => ({ id, name: id, today: most / 2, numeric: { from: 0, to: most, step: 1 } })) },
        interests: [wants("a", (k) => k % 2 === 0), wants("b", (k) => k % 2 === 1)],
      }),
    );
    const { trace, world } = mediated(ground, 40, honest);
    const values = (row: number) => world.seats.map((seat) => at(seat.values, row));
    const [before, after] = [values(at(trace.drafts, 0).text), values(at(trace.drafts, trace.drafts.length - 1).text)];
    // Each gives what matters little to it for what matters much: the most that both can have together is 1.8.
    expect(before[0]! + before[1]!).toBeCloseTo(1, 9);
    expect(after[0]! + after[1]!).toBeGreaterThan(1.75);
    for (const k of [0, 1]) expect(after[k]!).toBeGreaterThanOrEqual(before[k]!);
  });

  it("drafts by what it was answered alone: the same answers in another truth bring the same drafts", () => {
    const ground = unknown();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(ACCEPT, KEEP), { minLength: 12, maxLength: 12 }),
        fc.nat(49),
        fc.nat(49),
        (acts, one, other) => {
          const went = (truth: number) =>
            mediated(ground, 6, () => [saying(acts.slice(0, 6)), saying(acts.slice(6))], truth);
          const draftsIn = ({ world, trace }: Mediated) =>
            trace.drafts.map(({ draft, text }) => [packageAt(world, draft), packageAt(world, text)]);
          const [first, second] = [went(one), went(other)];
          if (one !== other) expect(first.world.seats[0]?.worth).not.toEqual(second.world.seats[0]?.worth);
          expect(draftsIn(first)).toEqual(draftsIn(second));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("learns from every answer: more of its drafts are taken than if it were deaf", () => {
    const ground = unknown();
    const taken = (deaf: boolean) => {
      let [made, became] = [0, 0];
      for (let truth = 0; truth < 50; truth++) {
        const { drafts } = mediated(ground, 12, honest, truth, deaf).trace;
        drafts.forEach(({ draft, text }, round) => {
          if (draft === text) return;
          made++;
          if (drafts[round + 1]?.text === draft) became++;
        });
      }
      expect(made).toBeGreaterThan(100);
      return became / made;
    };
    expect(taken(false)).toBeGreaterThan(1.2 * taken(true));
  });
});
