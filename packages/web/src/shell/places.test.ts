import { namesIn, wordingIn } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { found, placesIn, placesOfHits } from "./places.js";

const { shell } = wordingIn("en");
const negotiation = buildCase({
  case: { issues: [issue("x", 2)], sources: [{ id: "s", title: "A paper" }] },
  record: {
    offers: [{ id: "first", name: "First draft", date: "2020-01-01", by: "a", package: { x: "o1" } }],
    statements: [
      {
        id: "q",
        date: "2020-02-01",
        speaker: "Ann",
        party: "a",
        about: "a",
        stances: [{ issue: "x", option: "o1" }],
        says: "We take one.",
        source: "s",
      },
    ],
  },
});
const on = (page: string, more: Readonly<Record<string, string>> = {}) => `${page}?${new URLSearchParams(more)}`;
const places = placesIn({ negotiation, names: namesIn(negotiation), address: { on } }, [{ id: "overview" }], shell);

describe("everything that can be found", () => {
  it("is a page, an offer, an issue, a statement or an option, each with its address", () => {
    expect(places.map(({ kind, to }) => [kind, to])).toEqual([
      ["page", "overview?"],
      ["offer", "bargaining?offer=first"],
      ["issue", "positions?issue=x"],
      ["2020-02-01", "positions?issue=x&at=a+2020-02-01"],
      ["option", "positions?issue=x"],
      ["option", "positions?issue=x"],
    ]);
  });
});

describe("what search finds", () => {
  const hit = { title: "A paper", date: "2020-02-03", speaker: "Ann", excerpt: "we take one", marks: [] };
  const place = { start: 4, end: 15 };
  const to = (...hits: Parameters<typeof placesOfHits>[0][number][]) =>
    placesOfHits(hits, { negotiation, address: { on } }, shell).map((one) => [one.kind, one.to]);

  it("leads to the position of a statement, to one that waits, and to the words in their document", () => {
    const waits = "a".repeat(64);
    expect(
      to(
        { ...hit, kind: "record", id: "q", document: null, place: null },
        { ...hit, kind: "record", id: "gone", document: null, place: null },
        { ...hit, kind: "waiting", id: "s1", document: waits, place },
        { ...hit, kind: "passage", id: "paper", document: "paper", place },
      ),
    ).toEqual([
      ["2020-02-01", "positions?issue=x&at=a+2020-02-01"],
      [shell.find.kinds.waiting, `documents?waits=${waits}&at=s1`],
      ["2020-02-03", "documents?doc=paper&passage=4-15"],
    ]);
  });
});

describe("what is found", () => {
  it("has every word, in any order and case, in its text or its kind", () => {
    expect(found(places, "DRAFT first").map(({ text }) => text)).toEqual(["First draft"]);
    expect(found(places, "offer").map(({ text }) => text)).toEqual(["First draft"]);
    expect(found(places, "2020-02 take").map(({ text }) => text)).toEqual(["Ann: We take one."]);
    expect(found(places, "nothing of the kind")).toEqual([]);
  });

  it("is everything where nothing is asked, and never more than a list shows", () => {
    expect(found(places, " ")).toEqual(places);
    expect(found(places, "", 2)).toEqual(places.slice(0, 2));
  });
});
