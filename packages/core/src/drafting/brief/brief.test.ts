import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, readCase } from "../../../../../test/read-case.js";
import { buildCase, issue, numbers } from "../../../test/build-case.js";
import { bestMoves } from "../../agreements/index.js";
import { type Case, parseCase } from "../../case/index.js";
import { bandText } from "../../math/index.js";
import { type Clause, entriesOf, plainText } from "../document.js";
import { type Brief, brief } from "./brief.js";
import type { BriefOptions } from "./dossier.js";

const few = { models: 200, seed: 1 };

function briefOf(negotiation: Case, options: BriefOptions = {}): Brief {
  const found = brief(negotiation, { ...few, ...options });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
}

/** The nurses' contract as somebody who is no party would keep it: with an estimate of what each side needs. */
const nurses = (): Case => {
  const negotiation = readCase("hospital-contract");
  return { ...negotiation, interests: negotiation.interests.map((view) => ({ ...view, holder: "keeper" })) };
};

const textOf = ({ parts }: Brief, id: string): string =>
  (parts.find((part) => part.id === id)?.blocks ?? [])
    .map((block) =>
      block.kind === "clause"
        ? plainText(block.pieces)
        : block.rows.map(({ cells }) => cells.map(plainText).join(" | ")).join("\n"),
    )
    .join("\n");

const hanoi = readCase("hanoi-2019");

describe("the brief of hanoi-2019", () => {
  const us = briefOf(hanoi);
  const dprk = briefOf(hanoi, { party: "dprk" });

  it("is about the last proposal that somebody made, and says what the assessment says of it", () => {
    expect(us.sentence).toMatch(/^Both would sign/);
    expect(textOf(us, "line")).toContain("“Kimball's exchange” (Daryl Kimball, 2019-02-24)");
    expect(textOf(briefOf(hanoi, { offers: ["big-deal"] }), "line")).toContain(
      "“Big deal” (the United States, 2019-02-21)",
    );
  });

  it("has every goal in the agreed order, with today and how far the offer and the draft bring it", () => {
    const rows = textOf(us, "goals").split("\n");
    expect(rows.map((row) => row.slice(0, 2))).toEqual(["1 ", "2 ", "3 ", "4 "]);
    expect(rows[2]).toMatch(/2 of 7 moved \(21 % of the way\) \| 4 of 7 moved/);
  });

  it("tells where they moved since the last meeting, each with its source, and nothing older", () => {
    expect(us.since).toBe("2018-06-12");
    const they = textOf(us, "they");
    expect(they).toMatch(/moved on The Yongbyon complex, .*\(2018-09-19; North Korea willing to permanently dismantle/);
    expect(they).not.toContain("2007");
    expect(textOf(briefOf(hanoi, { since: "2019-01-01" }), "they")).toContain(
      "North Korea did not surely move on any issue since 2019-01-01.",
    );
  });

  it("gives each side's walk-away line in its own points, the other's as estimated", () => {
    expect(textOf(us, "walk")).toMatch(/The United States: below \d+ \(\d+–\d+\) of its own 100 points/);
    expect(textOf(us, "walk")).toMatch(/North Korea, as estimated by analyst: below/);
    expect(textOf(dprk, "walk")).toMatch(/North Korea: below .*\nThe United States, as estimated/s);
    expect(textOf(us, "walk")).toContain("30–60 weapons today, 30–67 in a year");
    // The weapons are its own: to North Korea waiting is no loss.
    expect(textOf(dprk, "walk")).not.toContain("Waiting");
  });

  it("says what a walk-away line stands on, and no number of points twice", () => {
    const negotiation = buildCase({
      case: { issues: [issue("x", 3), issue("y", 3)] },
      interests: [
        { ...numbers("a", { x: 1, y: 1 }, { x: [0, 1, 2], y: [2, 1, 0] }), reservation: { points: 42 } },
        { ...numbers("b", { x: 1, y: 1 }, { x: [2, 1, 0], y: [0, 1, 2] }), reservation: { asGoodAs: { x: "o1" } } },
      ],
      record: { offers: [{ id: "f", date: 2020, package: { x: "o1" } }] },
    });
    const walk = (party: string) => textOf(briefOf(negotiation, { party }), "walk");
    expect(walk("a")).toMatch(/Ann: below 42 of its own 100 points it is better off without a deal\./);
    expect(walk("b")).toMatch(/Bob.*better off without a deal \([^)]+\)\./);
  });

  it("names three moves at most, with the figures of their analysis", () => {
    const found = bestMoves(hanoi, { ...few, party: "us", offers: ["kimball"] });
    if (!found.ok) throw new Error(found.reasons.join());
    const lines = textOf(us, "moves").split("\n");
    expect(lines).toHaveLength(1 + found.value.moves.length);
    found.value.moves.forEach(({ worth }, k) => {
      expect(lines[k + 1]).toContain(`In all ${worth.us && bandText(worth.us, true)} for the United States`);
      expect(lines[k + 1]).toContain(`North Korea ${worth.dprk && bandText(worth.dprk, true)}`);
    });
  });

  it("warns of the word, of what cannot be verified, and of what is worth nothing once it is said", () => {
    const traps = textOf(us, "traps");
    expect(traps).toContain("“Denuclearization”: none of its 12 parts are agreed");
    expect(traps).toContain("Promise not to use force");
    expect(traps).toMatch(/Said aloud, .*the walk-away .*where we suspect something \(Kangson/);
    // What is suspected of them is not theirs to keep quiet about.
    expect(textOf(dprk, "traps")).not.toContain("Kangson");
  });

  it("says what would change it, beginning with the one question", () => {
    expect(textOf(us, "mind")).toMatch(/^Find out first: .*would remove \d+ % of the doubt\.\n/);
  });

  it("traces every line to fields, and keeps to two pages", () => {
    const untraced = entriesOf(us.parts).filter(({ from }) => from.length === 0);
    expect(untraced.map(({ id }) => id)).toEqual(["moves:before"]);
    const words = us.parts.flatMap(({ id }) => textOf(us, id).split(/\s+/)).length;
    expect(words).toBeLessThan(950);
  });

  it("is the same for the same seed, and another from another day", () => {
    expect(briefOf(hanoi)).toEqual(us);
    expect(briefOf(hanoi, { asOf: "2019-03-01" }).parts).not.toEqual(us.parts);
  });

  it("speaks of a side without the files that are not its own", () => {
    const seen = briefOf({ ...hanoi, interests: [], verification: [] }, { sharedWith: "public" });
    const all = seen.parts.map(({ id }) => textOf(seen, id)).join("\n");
    expect(all).not.toMatch(/walk-away|of its own 100 points|Said aloud/i);
    expect(all).toContain("“Denuclearization”");
    expect(seen.provenance?.views).toEqual([]);
  });
});

describe("a brief", () => {
  it("says of a side whose needs its party may not read that it may not, not that there is nothing", () => {
    const own = hanoi.interests.map((one) => ({ ...one, holder: one.party }));
    const held = { ...hanoi, interests: own };
    const text = (options: BriefOptions) => briefOf(held, options).remarks.join("\n");
    expect(text({ party: "us" })).toContain("No view of what North Korea needs may be read by the United States.");
    // What is shared is read without the other's files.
    const shared = { ...held, interests: own.filter(({ holder }) => holder === "dprk") };
    expect(briefOf(shared, { party: "us", sharedWith: "dprk" }).remarks.join("\n")).toContain(
      "No view of what the United States and North Korea need may be read by both the United States and North Korea.",
    );
  });

  it("is for a party that negotiates", () => {
    expect(brief(hanoi, { party: "japan" })).toMatchObject({ ok: false, misuse: true });
    expect(brief(hanoi, { offers: ["no-such"] })).toMatchObject({ ok: false, misuse: true });
  });

  it("stands without offers: it says what is missing", () => {
    const bare = briefOf({ ...hanoi, offers: [], commitments: [], meetings: [] });
    expect(bare.sentence).toBe("No offer is on record.");
    expect(bare.since).toBeNull();
    expect(bare.parts.some(({ id }) => id === "moves")).toBe(false);
  });

  it("asks for what another loses by, gives what costs us, and adds what harms nobody", () => {
    const fund = briefOf(nurses(), { party: "fund" });
    const found = bestMoves(nurses(), { ...few, party: "fund", offers: ["sketch"] });
    if (!found.ok) throw new Error(found.reasons.join());
    const lines = textOf(fund, "moves").split("\n").slice(1);
    found.value.moves.forEach(({ changes }, k) => {
      for (const { name, worth } of changes) {
        const own = worth.fund?.median ?? 0;
        const harmed = Object.entries(worth).some(([id, { median }]) => id !== "fund" && median < 0);
        const verb = own < 0 ? "give" : harmed ? "ask for" : "add";
        expect(lines[k]?.toLowerCase()).toMatch(new RegExp(`${verb}[^;]*${name.toLowerCase()}`));
      }
    });
  });

  it("says of an offer that it is later, was withdrawn, or leaves issues open", () => {
    const later = briefOf(hanoi, { offers: ["summit-offer"] });
    expect(textOf(later, "line")).toContain("It is dated 2019-02-28, after 2019-02-24, from which the case is seen.");
    const withdrawn = {
      ...hanoi,
      offers: hanoi.offers.map((one) => (one.id === "big-deal" ? { ...one, withdrawn: "2019-02-22" } : one)),
    };
    expect(textOf(briefOf(withdrawn, { offers: ["big-deal"] }), "line")).toContain("It was withdrawn on 2019-02-22.");
    const open = {
      ...hanoi,
      offers: hanoi.offers.map((one) => (one.id === "kimball" ? { ...one, open: [3, 7] } : one)),
    };
    const line = textOf(briefOf(open, { offers: ["kimball"] }), "line");
    expect(line).toContain("It leaves open: Missiles and Sanctions.");
    expect(line).not.toContain("gets nothing");
  });

  it("of three parties speaks of both others", () => {
    const found = briefOf(nurses());
    const they = textOf(found, "they");
    expect(they).toMatch(/The hospital would gain most/);
    expect(they).toMatch(/The health fund would gain most/);
    expect(
      entriesOf(found.parts).filter((entry): entry is Clause => entry.id.startsWith("walk:")).length,
    ).toBeGreaterThanOrEqual(3);
  });
});

describe("what other parties hold", () => {
  const files = filesIn(join(import.meta.dirname, "../../../../../cases/hospital-contract"));
  const read = (change: (path: string, text: string) => string) => {
    const parsed = parseCase(files.map(({ path, text }) => ({ path, text: change(path, text) })));
    if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
    return parsed.value;
  };
  const shared = read((_, text) => text);
  const told = (negotiation: Case, party: string): string => {
    const found = brief(negotiation, { party, models: 30 });
    if (!found.ok) throw new Error(found.reasons.join());
    return JSON.stringify(found.value);
  };

  it.each(["union", "hospital", "fund"])("moves no byte of the brief for the %s, shared with nobody", (party) => {
    const plain = told(shared, party);
    for (const other of ["union", "hospital", "fund", "mediator"].filter((one) => one !== party)) {
      const changed = read((path, text) =>
        path.endsWith(`.${other}.yaml`)
          ? /^alternatives:/m.test(text)
            ? text.replace(/points: \[?\d+/g, (found) => found.replace(/\d+/, "7"))
            : `${text}\nalternatives: [{ id: secret, points: 90 }]\n`
          : text,
      );
      expect(told(changed, party)).toBe(plain);
    }
    expect(plain).toContain(party);
  });

  it("is not a part of it, while what the keeper of the case holds is: an analyst is no party", () => {
    const mine = brief(shared, { party: "fund", models: 30 });
    if (!mine.ok) throw new Error(mine.reasons.join());
    expect((mine.value.provenance?.views ?? []).every(({ holder }) => holder === "fund")).toBe(true);
    const hanoi = brief(readCase("hanoi-2019"), { party: "us", models: 30 });
    expect(hanoi.ok && hanoi.value.provenance?.views.map(({ holder }) => holder)).toEqual(["analyst", "analyst"]);
  });
});
