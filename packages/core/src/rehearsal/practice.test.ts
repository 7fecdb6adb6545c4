// Laws of rehearsals: the same moves play the same, nothing of the truth is told before the end, and the debrief holds against
// looking at every package.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import { randomCase } from "../../test/random-case.js";
import type { Case } from "../case/index.js";
import { commandWordingIn, namesIn } from "../wording/index.js";
import { readRehearsal, writeRehearsal } from "./kept.js";
import type { OwnMove, PracticeOptions } from "./moves.js";
import { type Practice, practice } from "./practice.js";
import { lessonSaid, rehearsedSaid } from "./spoken.js";
import { STYLE_NAMES } from "./styles.js";

type Json = Readonly<Record<string, unknown>>;

const sums = (more: { readonly b?: Json; readonly record?: Json } = {}) =>
  buildCase({
    case: { issues: ["x", "y", "z"].map((id) => issue(id, 3)) },
    interests: [
      numbers("a", { x: 50, y: 20, z: 30 }, { x: [0, 50, 100], y: [100, 50, 0], z: [0, 50, 100] }, 20),
      {
        ...numbers("b", { x: 20, y: 50, z: 30 }, { x: [100, 50, 0], y: [0, 50, 100], z: [0, 50, 100] }, 20),
        ...more.b,
      },
    ],
    ...(more.record && { record: more.record }),
  });

const options = (more: Partial<PracticeOptions> = {}): PracticeOptions => ({
  party: "a",
  rounds: 6,
  models: 50,
  ...more,
});
const offer = (x: number, y: number, z: number): OwnMove => ({
  kind: "offer",
  package: { x: `o${x}`, y: `o${y}`, z: `o${z}` },
});
const after = (moves: readonly OwnMove[], more: Partial<PracticeOptions> = {}, negotiation = sums()): Practice => {
  const found = practice(negotiation, options(more), moves);
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
};

describe("a rehearsal", () => {
  it("waits for the person, and then tells what the other does and why", () => {
    expect(after([])).toMatchObject({ moves: [], over: null, canAccept: false, round: 1 });
    const state = after([offer(2, 0, 0)]);
    expect(state.moves.map(({ by, kind }) => [by, kind])).toEqual([
      ["a", "offer"],
      ["b", "offer"],
    ]);
    expect(state.moves[1]?.said.map(({ code }) => code)).toContain("worse-than-none");
    expect(state.canAccept).toBe(true);
    expect(state.debrief).toBeNull();
  });

  it("lets the other begin where that is asked", () => {
    expect(after([], { second: true }).moves.map(({ by }) => by)).toEqual(["b"]);
  });

  it("by sealed bids tells the other's only once both are in, and takes no acceptance and nothing left open", () => {
    const sealed = { protocol: "sealed" } as const;
    expect(after([], sealed)).toMatchObject({ moves: [], canAccept: false, protocol: "sealed" });
    const bids = [offer(2, 0, 2), offer(2, 0, 1)].map((own) => after([own], sealed).moves[1]);
    expect(bids[0]).toMatchObject({ by: "b", kind: "offer" });
    expect(bids[1]).toEqual(bids[0]);
    expect(after([offer(2, 0, 2)], { ...sealed, hints: true }).hints).toMatchObject({ aboveNoDeal: null });
    // A warning makes nobody bid higher than without it.
    const later = (more: readonly OwnMove[]) =>
      after([...more, offer(2, 0, 2), offer(2, 0, 2)], sealed).moves.filter(({ by }) => by === "b");
    const given = (moves: Practice["moves"]) => moves.map(({ own }) => own?.median ?? 0);
    const [calm, warned] = [given(later([])), given(later([{ kind: "warn", round: 5 }]))];
    for (const [k, value] of warned.entries()) expect(value).toBeGreaterThanOrEqual((calm[k] ?? 0) - 1e-9);
    const refused = (moves: readonly OwnMove[], more = {}) => practice(sums(), options({ ...sealed, ...more }), moves);
    expect(refused([offer(2, 0, 2), { kind: "accept" }]).ok).toBe(false);
    expect(refused([{ kind: "offer", package: { x: "o2" } }]).ok).toBe(false);
    expect(refused([], { second: true }).ok).toBe(false);
    // Whoever gives everything has a deal at once.
    expect(after([offer(0, 2, 2)], sealed).over).toMatchObject({ how: "deal", by: "a" });
  });

  it("of a single text asks for a yes or no, and tells the other's once both are in", () => {
    const text = { protocol: "single-text", rounds: 4 } as const;
    const begun = after([], text);
    expect(begun.moves.map(({ by, kind }) => [by, kind])).toEqual([
      [null, "begins"],
      [null, "draft"],
    ]);
    // It begins with how things are, and changes two issues at most.
    const { asked } = begun;
    expect(asked?.text).toEqual({ x: "o0", y: "o0", z: "o0" });
    const changed = Object.entries(asked?.draft ?? {}).filter(([issue, option]) => asked?.text[issue] !== option);
    expect([1, 2]).toContain(changed.length);
    expect(begun.moves[1]).toMatchObject({ package: asked?.draft, text: asked?.text });
    const [yes, no] = (["accept", "keep"] as const).map((kind) => after([{ kind }], text).moves.slice(2));
    expect(yes?.map(({ by, kind }) => [by, kind])).toEqual([
      ["a", "yes"],
      ["b", "yes"],
      [null, "taken"],
      // Nothing is better for both now.
      [null, "signature"],
    ]);
    expect(no?.map(({ by, kind }) => [by, kind])).toEqual([
      ["a", "no"],
      ["b", "yes"],
      [null, "stays"],
      [null, "draft"],
    ]);
    // What the other says is the same whatever the person said.
    expect(no?.[1]?.said).toEqual(yes?.[1]?.said);
    // A yes of the other says something of its needs.
    const learned = (moves: readonly OwnMove[], more = {}) => after(moves, { ...text, hints: true, ...more }).hints;
    expect(learned([{ kind: "accept" }])?.aboveNoDeal).not.toBeNull();
    expect(learned([{ kind: "accept" }])?.better).toBeNull();
    const refused = (moves: readonly OwnMove[], more = {}) => practice(sums(), options({ ...text, ...more }), moves);
    expect(refused([offer(2, 0, 2)])).toMatchObject({
      ok: false,
      reasons: [expect.stringContaining("nobody makes an offer")],
    });
    expect(refused([], { second: true }).ok).toBe(false);
    expect(practice(sums(), options(), [{ kind: "keep" }])).toMatchObject({
      ok: false,
      reasons: [expect.stringContaining("no text that could be kept")],
    });
  });

  it("of a single text ends with signatures, and says what yes and no have cost", () => {
    const text = { protocol: "single-text", rounds: 4 } as const;
    const played = (answer: (asked: NonNullable<Practice["asked"]>) => "accept" | "keep") => {
      const moves: OwnMove[] = [];
      for (;;) {
        const state = after(moves, text);
        if (!state.asked) return state;
        moves.push({ kind: answer(state.asked) });
      }
    };
    const agreed = played(() => "accept");
    expect(agreed.over).toMatchObject({ how: "deal", by: null, package: expect.anything() });
    expect(agreed.moves.slice(-3).map(({ kind }) => kind)).toEqual(["signature", "signs", "signs"]);
    const { drafts = [] } = agreed.debrief ?? {};
    expect(drafts[0]).toMatchObject({ became: "first", yes: [] });
    expect(drafts.findLast(({ became }) => became !== "refused")?.values).toEqual(agreed.debrief?.deal?.values);
    const stubborn = played((asked) => (asked.draft ? "keep" : "accept"));
    expect(stubborn.debrief?.drafts.slice(1).every(({ became, yes }) => became === "refused" && !yes.includes(0))).toBe(
      true,
    );
    // What a draft would have brought, by the debrief's own figures.
    const lost = stubborn.debrief?.drafts
      .slice(1)
      .filter(({ yes }) => yes.length > 0)
      .map(({ values }) => (values[0] ?? 0) - (stubborn.debrief?.drafts[0]?.values[0] ?? 0));
    expect(stubborn.debrief?.lessons.find(({ code }) => code === "kept-worse")).toMatchObject({
      points: expect.closeTo(Math.max(...(lost ?? [])), 9),
    });
    const unsigned = played((asked) => (asked.draft ? "accept" : "keep"));
    expect(unsigned.over).toMatchObject({ how: "unsigned", by: null, package: null });
  });

  it("goes on from any of its moves as it went before: what is added changes nothing that was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("linear", "micro", "tit-for-tat", "problem-solver", "principled", "boulware+conceder"),
        (offers, against) => {
          const moves = offers.map(([x, y, z]) => offer(x, y, z));
          const whole: string[] = [];
          for (let k = 0; k <= moves.length; k++) {
            const state = practice(sums(), options({ against }), moves.slice(0, k));
            if (!state.ok) break;
            const told = state.value.moves.map((move) => JSON.stringify(move));
            expect(told.slice(0, whole.length)).toEqual(whole);
            whole.splice(0, whole.length, ...told);
            if (state.value.over) break;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is over with a deal, a walk-out or the deadline, and says what was so", () => {
    const deal = after([offer(2, 0, 2), { kind: "accept" }]);
    expect(deal.over).toMatchObject({ how: "deal", by: "a" });
    expect(deal.debrief?.deal?.values).toHaveLength(2);
    expect(after([{ kind: "walk" }]).over).toEqual({ how: "walked", by: "a", package: null });
    const late = after(Array.from({ length: 6 }, () => offer(2, 0, 0)));
    expect(late.over).toEqual({ how: "deadline", by: null, package: null });
    expect(late.debrief?.lessons[0]).toMatchObject({ code: "no-deal-though" });
  });

  it("says no more of the other's needs before its end than its moves do", () => {
    const text = JSON.stringify(after([offer(2, 0, 0)], { hints: true }));
    for (const secret of ["aim", "truths", "nash", "frontier"]) expect(text).not.toContain(`"${secret}"`);
  });

  it("refuses what cannot be done, and says which move it was", () => {
    const reasons = (moves: readonly OwnMove[], more: Partial<PracticeOptions> = {}) => {
      const found = practice(sums(), options(more), moves);
      return found.ok ? "" : found.reasons.join();
    };
    expect(reasons([{ kind: "accept" }])).toMatch(/^there is no whole offer/);
    expect(reasons([{ kind: "accept" }, offer(0, 0, 0)])).toMatch(/^move 1: there is no whole offer/);
    expect(reasons([{ kind: "walk" }, offer(0, 0, 0)])).toMatch(/^the rehearsal was over/);
    expect(reasons([offer(2, 0, 0), offer(2, 0, 0), { kind: "warn", round: 2 }, offer(2, 0, 0)])).toContain(
      "that round has passed",
    );
    expect(reasons([{ kind: "offer", package: { w: "o0" } }])).toContain('no issue "w"');
    expect(reasons([{ kind: "offer", package: { x: "o9" } }])).toContain('"o9"');
    expect(reasons([{ kind: "offer", package: {} }])).toContain("one issue at least");
    expect(reasons([{ kind: "offer", package: { __proto__: "o0" } as never }])).toContain("one issue at least");
    expect(reasons([], { party: "c" })).toContain("does not negotiate");
    expect(reasons([], { against: "hawk" })).toContain("hawk");
    expect(reasons([], { rounds: 0 })).toContain("rounds");
    for (const round of [7, 0, 1.5, Number.NaN])
      expect(reasons([{ kind: "warn", round }, offer(2, 0, 0)])).toMatch(/^move 1: there are 6 rounds/);
    expect(reasons([], { protocol: "chess" as never })).toContain('"chess" is no protocol');
    expect(reasons([], { against: "linear+".repeat(100) })).toContain("longer than 500");
    expect(reasons(Array.from({ length: 601 }, () => ({ kind: "warn", round: 6 })))).toContain("at most 600 moves");
    for (const daysApart of [0, 1.5, 367]) expect(reasons([], { daysApart })).toContain("days apart");
    expect(reasons([], { against: "as-on-record" })).toContain("on record");
  });

  it("has the days of its rounds where they are so many days apart, and none else", () => {
    expect(after([]).days).toBeNull();
    const dated = after([{ kind: "warn", round: 2 }, offer(2, 0, 0)], { rounds: 3, daysApart: 2, asOf: "2024-02-28" });
    expect(dated.days).toEqual(["2024-02-28", "2024-03-01", "2024-03-03"]);
    expect(dated).toMatchObject({
      ...after([{ kind: "warn", round: 2 }, offer(2, 0, 0)], { rounds: 3, asOf: "2024-02-28" }),
      days: dated.days,
    });
  });

  it("of one round is one offer and one answer", () => {
    expect(after([offer(0, 2, 2)], { rounds: 1 }).over).toMatchObject({ how: "deal", by: "b" });
    expect(after([offer(2, 0, 0)], { rounds: 1 }).over).toMatchObject({ how: "deadline" });
  });

  it("against somebody whose red lines leave nothing ends with that said", () => {
    const lines = [0, 1, 2].map((option) => ({
      id: `l${option}`,
      text: `No ${option}.`,
      package: { x: `o${option}` },
    }));
    const state = after([offer(1, 1, 1)], {}, sums({ b: { redLines: lines } }));
    expect(state.over).toMatchObject({ how: "walked", by: "b" });
    expect(state.moves.at(-1)?.said).toEqual([{ code: "nothing" }]);
    expect(state.debrief).toMatchObject({ nash: null, shares: null });
    expect(state.debrief?.lessons[0]).toEqual({ code: "no-deal-rightly" });
  });

  it("names the red line that an offer crosses, in its words", () => {
    const state = after(
      [offer(2, 2, 2)],
      {},
      sums({ b: { redLines: [{ id: "l", text: "Never o2.", package: { x: "o2" } }] } }),
    );
    expect(state.moves[1]?.said).toContainEqual({ code: "crosses", text: "Never o2." });
  });

  it("answers an offer in part with a whole one that keeps to it, where that is good enough", () => {
    const state = after([{ kind: "offer", package: { z: "o2" } }]);
    expect(state.moves[0]?.own).toBeNull();
    expect(state.moves[1]?.package?.z).toBe("o2");
    expect(state.moves[1]?.said).toContainEqual({ code: "completes" });
    expect(after([{ kind: "offer", package: { z: "o2" } }, { kind: "accept" }]).over?.how).toBe("deal");
  });

  it("makes a late conceder give sooner where it is warned, and less so once a warning came to nothing", () => {
    const own = (moves: readonly OwnMove[]) =>
      after(moves, { against: "linear", rounds: 10 })
        .moves.filter(({ by }) => by === "b")
        .map(({ own: band }) => band?.median ?? 0);
    const firm = offer(2, 0, 2);
    const plain = own([firm, firm, firm, firm]);
    const warned = own([firm, { kind: "warn", round: 4 }, firm, firm, firm]);
    expect(Math.max(...warned)).toBeGreaterThan(Math.max(...plain));
  });

  it("plays as on record: from the level of the first own offer to that of the last", () => {
    const record = {
      offers: [
        { id: "one", name: "One", by: "b", date: "2020-01-01", package: { x: "o0", y: "o2", z: "o2" } },
        { id: "two", name: "Two", by: "b", date: "2020-02-01", package: { x: "o0", y: "o1", z: "o2" } },
        { id: "three", name: "Three", by: "b", date: "2020-03-01", package: { x: "o1", y: "o1", z: "o2" } },
      ],
    };
    const state = after([offer(2, 0, 0), offer(2, 0, 0)], { against: "as-on-record" }, sums({ record }));
    expect(state.moves[1]?.package).toEqual({ x: "o0", y: "o2", z: "o2" });
  });
});

describe("a debrief", () => {
  it("holds against looking at every package", () => {
    fc.assert(
      fc.property(randomCase(2), fc.integer({ min: 1, max: 5 }), fc.nat(1000), (negotiation, rounds, pick) => {
        const first: OwnMove = {
          kind: "offer",
          package: Object.fromEntries(
            negotiation.issues.map(({ id, options: all }, k) => [id, all[(pick + k) % all.length]?.id ?? ""]),
          ),
        };
        const found = practice(
          negotiation,
          options({ rounds }),
          Array.from({ length: rounds }, () => first),
        );
        fc.pre(found.ok);
        if (!found.ok) return;
        const { debrief, over } = found.value;
        if (!over || !debrief) throw new Error("it is not over");
        const { missed, deal, frontier, noDeal } = debrief;
        for (const values of frontier) {
          values.forEach((value, k) => expect(value).toBeGreaterThanOrEqual((noDeal[k] ?? 0) - 1e-6));
          // Nothing on the frontier is beaten by the deal.
          if (deal) expect(deal.values.every((value, k) => value > (values[k] ?? 0) + 1e-6)).toBe(false);
        }
        if (missed && deal) {
          for (const gain of missed.gains) expect(gain).toBeGreaterThanOrEqual(-1e-6);
          expect(missed.values.map((value, k) => value - (deal.values[k] ?? 0))).toEqual(
            missed.gains.map((gain) => expect.closeTo(gain, 6)),
          );
        }
        expect(debrief.lessons.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 80 },
    );
  });

  it("finds the trade that was missed, what it would have brought, and the step that cost more than it gave", () => {
    // Ann gives on y, which matters most to Bob, only after giving on z, which both want.
    const state = after([offer(2, 0, 2), offer(2, 0, 1), offer(1, 1, 1), { kind: "accept" }], {
      against: "hard-liner",
    });
    expect(state.debrief?.lessons.map(({ code }) => code)).toContain("dear-step");
    const step = state.debrief?.steps.filter(({ by }) => by === 0)[1];
    expect(step?.cost).toBeCloseTo(15, 6);
    expect(step?.brought).toBeCloseTo(-15, 6);
    expect(step?.kind).toBe("unfortunate");
  });

  it("tells of a warning that came to nothing, and of offers that are no steps because issues are open", () => {
    const firm = offer(2, 0, 0);
    const codes = (moves: readonly OwnMove[]) => after(moves).debrief?.lessons.map(({ code }) => code) ?? [];
    const rest = [firm, firm, firm, firm, firm];
    expect(codes([{ kind: "warn", round: 2 }, firm, ...rest])).toContain("empty-threat");
    expect(codes([{ kind: "warn", round: 2 }, firm, firm, { kind: "walk" }])).not.toContain("empty-threat");
    expect(codes([{ kind: "warn", round: 6 }, firm, ...rest])).not.toContain("empty-threat");
    const partly = after([{ kind: "offer", package: { z: "o2" } }, { kind: "walk" }]).debrief;
    expect(partly?.partly).toBe(1);
    expect(partly?.steps.map(({ by }) => by)).toEqual([1]);
  });

  it("counts what waiting cost, where a round costs something", () => {
    const firm = offer(2, 0, 2);
    const moves: OwnMove[] = [firm, firm, firm, { kind: "accept" }];
    const found = (delay: number) => after(moves, { against: "hard-liner", rounds: 8, delay }).debrief;
    expect(found(0)?.kept).toBe(100);
    expect(found(0.1)?.kept).toBeCloseTo(72.9, 9);
    expect(found(0.1)?.shares?.[1]).toBeCloseTo(0.729 * (found(0)?.shares?.[1] ?? 0), 6);
    const late: OwnMove[] = [firm, firm, firm, firm, firm, { kind: "accept" }];
    const well = after(late, { against: "linear", rounds: 8, delay: 0.1 }).debrief;
    expect(well?.deal).not.toBeNull();
    expect(well?.lessons.map(({ code }) => code)).toContain("waited");
    const refused = practice(sums(), options({ delay: 0.9 }), []);
    expect(refused).toMatchObject({ ok: false, misuse: true });
  });

  it("says what a deal crosses that the person's side had drawn", () => {
    const negotiation = buildCase({
      case: { issues: ["x", "y", "z"].map((id) => issue(id, 3)) },
      interests: [
        {
          ...numbers("a", { x: 50, y: 20, z: 30 }, { x: [0, 50, 100], y: [100, 50, 0], z: [0, 50, 100] }, 20),
          redLines: [{ id: "l", text: "Never z in full.", package: { z: "o2" } }],
        },
        numbers("b", { x: 20, y: 50, z: 30 }, { x: [100, 50, 0], y: [0, 50, 100], z: [0, 50, 100] }, 20),
      ],
    });
    const state = after([offer(2, 0, 0), { kind: "accept" }], {}, negotiation);
    expect(state.moves[1]?.crosses).toEqual(["Never z in full."]);
    expect(state.debrief?.lessons[0]).toEqual({ code: "crossed-line", texts: ["Never z in full."] });
  });

  it("of a single text blames no yes that decided nothing, and no no to a draft that was taken anyway", () => {
    const threeWant = (first: readonly number[]) =>
      buildCase({
        case: {
          parties: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
          acceptance: { atLeast: 2 },
          issues: [issue("x", 3), issue("y", 3)],
        },
        interests: ["a", "b", "c"].map((id) =>
          numbers(id, { x: 1, y: 1 }, { x: id === "a" ? [...first] : [0, 1, 2], y: [0, 1, 2] }),
        ),
      });
    /** The first answer, and yes to all else. */
    const ended = (negotiation: Case, first: "accept" | "keep") => {
      const moves: OwnMove[] = [];
      let state: Practice;
      do {
        moves.push({ kind: moves.length === 0 ? first : "accept" });
        state = after(moves, { protocol: "single-text" }, negotiation);
      } while (!state.over);
      return {
        taken: state.moves.some(({ kind }) => kind === "taken"),
        codes: state.debrief?.lessons.map(({ code }) => code) ?? [],
      };
    };
    // All want the same: the draft is taken against one no.
    expect(ended(threeWant([0, 1, 2]), "keep")).toMatchObject({
      taken: true,
      codes: expect.not.arrayContaining(["kept-worse"]),
    });
    // Two want what costs the third, who said yes: they would have had it without.
    const gave = ended(threeWant([2, 1, 0]), "accept");
    expect(gave.taken).toBe(true);
    expect(gave.codes).not.toContain("gave-way");
  });

  it("is told in full sentences, whatever was found", () => {
    const words = commandWordingIn("en").rehearsal;
    const names = namesIn(sums());
    const state = after([offer(2, 0, 2), offer(2, 0, 1), { kind: "offer", package: { z: "o2" } }, { kind: "accept" }]);
    for (const { by, said } of state.moves)
      for (const one of said) expect(words.said(rehearsedSaid(names, by ?? "", one))).toMatch(/^[A-Z].*[.]$/);
    for (const lesson of state.debrief?.lessons ?? [])
      expect(words.lesson(lessonSaid(names, lesson))).toMatch(/^[A-Z].*[.]$/);
  });
});

it("every style has its words, and no others have", () => {
  expect(commandWordingIn("en").rehearsal.styleNames).toEqual(STYLE_NAMES);
});

describe("a kept rehearsal", () => {
  it("is read as it was written, and plays the same", () => {
    const moves: OwnMove[] = [
      offer(2, 0, 0),
      { kind: "warn", round: 3 },
      { kind: "offer", package: { z: "o1" } },
      { kind: "accept" },
    ];
    const setting = {
      party: "a",
      against: "boulware/combi",
      rounds: 6,
      daysApart: 3,
      seed: 4,
      models: 50,
      delay: 0.05,
      protocol: "sealed" as const,
      second: true,
    };
    const kept = { title: "Talks", digest: "d", setting, moves };
    const read = readRehearsal("a.yaml", writeRehearsal(kept));
    expect(read).toMatchObject({ ok: true, value: kept });
  });

  it("that is none says what is wrong and where", () => {
    for (const wrong of [
      "",
      "moves: 3",
      "rehearsal: 2",
      "a: [",
      writeRehearsal({ title: "", digest: "", setting: { party: "a" }, moves: [] }),
    ]) {
      const read = readRehearsal("a.yaml", wrong);
      expect(read.ok).toBe(false);
      expect(read.problems[0]?.place.file).toBe("a.yaml");
    }
  });
});
