// A generator of small random cases, for tests that check properties on many of them.
import fc from "fast-check";
import { buildCase, issue, numbers } from "./build-case.js";

const PARTIES = ["a", "b", "c", "d", "e"];

/** Small random cases of numbers: ties, zero weights, equal and duplicate options, rules and red lines are all likely. */
export const randomCase = (parties: number) =>
  fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 5 }),
      weights: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 25, maxLength: 25 }),
      scores: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 75, maxLength: 75 }),
      // 100: nothing but the very best will do, so a zone can be there and too thin to split.
      reservations: fc.array(
        fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }) }, { weight: 1, arbitrary: fc.constant(100) }),
        { minLength: 5, maxLength: 5 },
      ),
      rules: fc.array(fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 2 })), { minLength: 2, maxLength: 3 }), {
        maxLength: 2,
      }),
      line: fc.option(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 2 }))),
    })
    .map(({ sizes, weights, scores, reservations, rules, line }) => {
      const ids = sizes.map((_, k) => `i${k}`);
      const conditions = (pairs: readonly (readonly [number, number])[]) =>
        Object.fromEntries(
          pairs.flatMap(([at, option]) =>
            at < sizes.length && option < (sizes[at] ?? 0) ? [[ids[at], `o${option}`]] : [],
          ),
        );
      const written = rules.map(conditions).filter((never) => Object.keys(never).length > 0);
      const crossed = line ? conditions([line]) : {};
      const interests = PARTIES.slice(0, parties).map((party, p) => {
        const own = ids.map((id, k) => [id, weights[5 * p + k] ?? 0] as const);
        const table = ids.map(
          (id, k) => [id, Array.from({ length: sizes[k] ?? 1 }, (_, o) => scores[15 * p + 3 * k + o] ?? 0)] as const,
        );
        const some = own.some(([, weight], k) => weight > 0 && new Set(table[k]?.[1]).size > 1);
        // Somebody must care about something, or there is nothing to weigh.
        const points = Object.fromEntries(own);
        const filled = some ? points : { ...points, [ids[0] ?? ""]: 1 };
        const scored = Object.fromEntries(table);
        if (!some) scored[ids[0] ?? ""] = Array.from({ length: sizes[0] ?? 1 }, (_, o) => o);
        return {
          ...numbers(party, filled, scored, reservations[p] ?? 0),
          ...(p === 0 && Object.keys(crossed).length > 0 && { redLines: [{ id: "line", package: crossed }] }),
        };
      });
      return { sizes, ids, interests, rules: written.map((never, k) => ({ id: `r${k}`, never })) };
    })
    .filter(({ sizes }) => (sizes[0] ?? 0) > 1)
    .map(({ sizes, ids, interests, rules }) =>
      buildCase({
        case: {
          parties: PARTIES.slice(0, parties).map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
          issues: ids.map((id, k) => issue(id, sizes[k] ?? 1)),
          ...(rules.length > 0 && { rules }),
        },
        interests,
      }),
    );
