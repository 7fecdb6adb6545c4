import { createHash } from "node:crypto";
import { type AnalysisOptions, viewingOf, wordingIn } from "@parley/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../../test/read-case.js";
import { buildCase, issue, numbers } from "../../../core/test/build-case.js";
import { randomCase } from "../../../core/test/random-case.js";
import { materials } from "../jobs/index.js";
import { renderReport } from "./report.js";

type Negotiation = Parameters<typeof renderReport>[0];

function report(negotiation: Negotiation, options: AnalysisOptions = {}): string {
  const whole = { models: 40, ...options };
  const viewing = viewingOf(negotiation, whole);
  if (!viewing.ok) throw new Error(viewing.reasons.join("\n"));
  return renderReport(negotiation, materials(negotiation, whole), viewing.value, wordingIn("en"));
}

const HOSTILE = `</style></title><script>alert("1")</script><img src=x onerror=alert(1)>&amp;“'\``;

/** Elements and attributes that load, run or send; text and the values of attributes are none. */
function expectStill(page: string): void {
  const tags = page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/"[^"]*"/g, '""')
    .match(/<[^>]*>/g);
  expect(tags?.length).toBeGreaterThan(50);
  for (const tag of tags ?? [])
    expect(tag).not.toMatch(/^<(script|img|iframe|object|embed|link|form|base)\b|\s(on\w+|src|style|srcset)=/i);
}

describe("the report", () => {
  const hanoi = readCase("hanoi-2019");

  it("is the same bytes for the same case and seed, and others for another seed", () => {
    expect(report(hanoi)).toBe(report(hanoi));
    expect(report(hanoi, { seed: 2 })).not.toBe(report(hanoi));
  });

  it("is marked CONFIDENTIAL across it, unless it is made for a reader", () => {
    expect(report(hanoi)).toMatch(/<body data-marking="CONFIDENTIAL">/);
    const shared = report({ ...hanoi, interests: [] }, { sharedWith: "public" });
    expect(shared).not.toContain("CONFIDENTIAL");
    expect(shared).toContain("with the public");
  });

  it("holds one style sheet, which its policy names by its digest, and nothing that loads or runs", () => {
    const page = report(hanoi);
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const digest = createHash("sha256").update(style).digest("base64");
    expect(page).toContain(`style-src &#x27;sha256-${digest}&#x27;`);
    expect(style).not.toMatch(/url\(|@import/);
    expectStill(page);
  });

  it("has every offer, party, source and answer of its results in it", () => {
    const page = report(hanoi);
    for (const text of [
      "Big deal",
      "Kimball&#x27;s exchange",
      "What would change this",
      "What was assumed",
      "The most telling question",
      "nautilus.org",
      "turned back once",
      "a red line of the United States",
    ])
      expect(page, text).toContain(text);
  });

  it("takes whatever is written in a case as text", () => {
    const negotiation = buildCase({
      case: {
        title: HOSTILE,
        parties: [
          { id: "a", name: HOSTILE, role: "negotiating" },
          { id: "b", name: "Bob", role: "negotiating" },
        ],
        issues: [issue("x", 3, { name: HOSTILE }), issue("y", 2)],
        terms: [
          {
            id: "word",
            name: HOSTILE,
            components: [{ id: "part", text: HOSTILE, issue: "x", atLeast: "o1" }],
            readings: [
              { party: "a", in: ["part"] },
              { party: "b", out: ["part"] },
            ],
          },
        ],
        sources: [{ id: "s", title: HOSTILE, url: "javascript:alert(1)" }],
      },
      interests: [
        numbers("a", { x: 2, y: 1 }, { x: [0, 1, 2], y: [0, 1] }),
        numbers("b", { x: 1, y: 2 }, { x: [2, 1, 0], y: [0, 1] }),
      ],
      record: {
        statements: [
          {
            id: "said",
            date: "2020-01-01",
            speaker: HOSTILE,
            party: "a",
            about: "a",
            stances: [{ issue: "x", option: "o1" }],
            says: HOSTILE,
            source: "s",
          },
        ],
        offers: [
          { id: "o", name: HOSTILE, date: "2020-02-01", by: "a", package: { x: "o2" }, source: "s" },
          { id: "p", name: "P", date: "2020-03-01", by: "a", package: { x: "o1", y: "o1" }, source: "s" },
        ],
      },
    });
    const page = report(negotiation);
    expectStill(page);
    expect(page).not.toContain("javascript:");
    expect(page).toContain("&lt;script&gt;");
  });

  it("can be made of any small case, with nothing left to chance or undefined in it", () => {
    fc.assert(
      fc.property(randomCase(2), (negotiation) => {
        const page = report(negotiation, { models: 10, asOf: "2020-06-30" });
        expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
      }),
      { numRuns: 25 },
    );
  });

  it("says why where a part cannot be made: no interests, no offers, no terms, nothing said", () => {
    const page = report(buildCase({}), { sharedWith: "public" });
    expect(page).toContain("Nobody&#x27;s position is on record.");
    expect(page).toContain("The case defines no term");
  });
});
