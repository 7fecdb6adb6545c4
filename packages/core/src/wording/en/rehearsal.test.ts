// What is said in and of rehearsals: whatever is found has a sentence, with its numbers and names in it.
import { describe, expect, it } from "vitest";
import type { LessonSaid, RehearsedSaid } from "../said/rehearsal.js";
import { commandWordingIn } from "../wording.js";
import { capital } from "./grammar.js";

const words = commandWordingIn("en");
const { rehearsal, commands, pages, pictures } = words;

const SAID: readonly RehearsedSaid["code"][] = [
  "crosses",
  "worse-than-none",
  "asks",
  "gives",
  "takes-back",
  "holds",
  "opens",
  "completes",
  "accepts",
  "gains",
  "keeps",
  "goes-along",
  "gives-way",
  "walks",
  "nothing",
];
const LESSONS: readonly LessonSaid["code"][] = [
  "no-deal-though",
  "no-deal-rightly",
  "worse-than-none",
  "crossed-line",
  "left-on-table",
  "dear-step",
  "gave-more",
  "more-to-have",
  "not-given",
  "did-well",
  "gave-way",
  "kept-worse",
  "empty-threat",
  "waited",
];

/** Full sentences: a capital first, a full stop or a question mark last, nothing undefined in between. */
const sentence = (text: string) => {
  expect(text).toMatch(/^[A-Z0-9“].*[.?:…]$/s);
  expect(text).not.toMatch(/undefined|NaN|\[object|null/);
};

describe("rehearsals", () => {
  it.each(SAID)("%s is said of one and of several", (code) => {
    for (const party of ["North Korea", { name: "the nurses", plural: true }])
      sentence(rehearsal.said({ code, party, issues: ["Pay", "Rota"], options: [["Pay", "3 %"]], text: "Never." }));
  });

  it.each(LESSONS)("%s is told with what it weighs", (code) => {
    const told = rehearsal.lesson({
      code,
      points: 12.5,
      others: 3.5,
      round: 4,
      issues: ["Pay"],
      party: "the hospital",
      texts: ["Never."],
    });
    sentence(told);
    if (!["no-deal-rightly", "crossed-line", "empty-threat", "not-given", "left-on-table"].includes(code))
      expect(told).toContain("12.5 points");
  });

  it("have their figures in what commands, pages and pictures say of them", () => {
    const { rehearse, tournament, match, work } = commands;
    const { practise } = pages;
    for (const text of [
      rehearse.otherCase("Monday.yaml"),
      rehearse.begin("us", "them", 8, null),
      rehearse.begin("us", "them", 8, ["2019-02-24", "2019-03-10"]),
      rehearse.begin("us", "them", 1, ["2019-02-24", "2019-02-24"]),
      capital(rehearse.tooEarly("2019-02-01", "2019-02-24")),
      capital(rehearse.tooMany(300, 200)),
      practise.daysOf(1, "2019-02-24", "2019-02-24"),
      practise.daysOf(8, "2019-02-24", "2019-03-10"),
      practise.noDays(200),
      rehearse.worth("36", "22"),
      rehearse.crosses("Never."),
      rehearse.hints.learned("them"),
      rehearse.hints.better("+1", "+2"),
      rehearse.hints.above("3 points"),
      rehearse.ended.walked("You"),
      rehearse.debrief.shares("50 %", "60 %"),
      rehearse.debrief.most("70 points"),
      capital(tournament.noDatabase("away")),
      tournament.imitated("boulware", "micro"),
      tournament.over.playedFor("the union", 3),
      tournament.over.about(0),
      tournament.over.about(1),
      tournament.over.about(2),
      tournament.went.alternating(1),
      tournament.went.sealed(20),
      tournament.went["single-text"](20),
      rehearse.singleText,
      ...Object.values(rehearse.answers).map((said) => said("Ann")),
      rehearse.mediator.taken,
      rehearse.mediator.stays,
      rehearse.draftWorth("50 (40–60)", "44"),
      rehearse.ended.unsigned,
      practise.mediator.taken,
      practise.mediator.stays,
      ...Object.values(practise.answers).map((said) => said("Ann")),
      practise.asked.about,
      practise.asked.worth(47.2, 50, 22),
      practise.asked.signWorth(47.2, 22),
      tournament.onTheWay("boulware (80 %)", "linear (60 %)"),
      tournament.roundAbout("boulware and micro", "linear"),
      match.rounds(1),
      match.rounds(7),
      match.shares([["Ann", 50.2]]),
      match.fromNash(3.25),
      ...(["ended", "silent", "nonsense", "notStarted", "cheated"] as const).map((how) =>
        match.failure("Ann", how, "so"),
      ),
      work.done(1),
      work.ended(3),
      work.trouble("away"),
      capital(work.noDatabase("away")),
      practise.crosses("Never."),
      practise.accepts("Ann"),
      practise.walks("Ann"),
      practise.warns("Ann", 3, null),
      practise.warns("Ann", 3, "2019-02-28"),
      practise.draftWorth(36.4, 22),
      practise.draftOpen(1),
      practise.draftOpen(3),
      practise.above("3 points"),
      practise.better("+1", "+2"),
      practise.shares("50 %", "60 %"),
      practise.most("70 points"),
      rehearsal.partly(1),
      rehearsal.partly(2),
      rehearsal.games(100, 30, 20),
      rehearsal.games(100, 1, 20),
      rehearsal.noZone(0) ?? "",
      rehearsal.noZone(0.25) ?? "",
      rehearsal.played("North Korea", "boulware"),
      rehearsal.played("North Korea", "unheard-of"),
      rehearsal.bestOpening("the union", 0.85, 0.2, { mean: 47, low: 44, high: 49 }, true),
      rehearsal.bestOpening("the union", 0.85, 0.2, { mean: 47, low: 47, high: 47 }, false),
      pictures.rehearsedDance.description(4, false, "Ann", "Ben", [60.4, 40]),
      pictures.rehearsedDance.description(1, true, "Ann", "Ben", null),
      pictures.rehearsedDance.key(true, false),
      pictures.rehearsedDance.key(false, true),
      pictures.rehearsedClass.description(2, 3, "ann.yaml"),
      pictures.rehearsedClass.description(0, 1, null),
      pictures.stylesAgainstStyles.description("Ann", 9, [["linear", "micro"]]),
      pictures.stylesAgainstStyles.description("Ann", 9, []),
      pictures.stylesCopied.description("Ann", ["linear", "micro"], ["principled"], "rests"),
      pictures.stylesCopied.description("Ann", ["linear"], ["micro"], "moves"),
      pictures.stylesCopied.description("Ann", ["linear", "micro"], ["principled"], "turns"),
      practise.otherCase(["Monday.yaml"]),
      practise.otherDay("2019-02-24"),
      practise.otherCase(["Monday.yaml", "Tuesday.yaml"]),
    ])
      sentence(text);
    expect(rehearsal.noZone(1)).toBeNull();
    expect(match.shares([["Ann", 50.2]])).toContain("Ann 50 %");
    expect(practise.draftOpen(1)).toContain("1 issue is");
    expect(practise.stepHead(true)).toHaveLength(practise.stepHead(false).length);
    expect([0.05, 0.2, 0.5, 1, 2].map(rehearsal.pace)).toEqual(["very late", "late", "rather late", "evenly", "early"]);
    expect(practise.delayed(0)).toBe("costs nothing");
    expect(practise.delayed(0.05)).toContain("5 %");
    expect(practise.change(-0.25)).toBe("−0.3");
    expect(practise.change(12)).toBe("+12");
    expect(practise.openings.deals(0.5)).toContain("50");
    expect([rehearsal.believed("Pay", [1, 9], [1, 9]), rehearsal.believed("Pay", [1, 9], [4, 6])]).toEqual([
      "Pay: 1–9 of 100, as before the first move",
      "Pay: 4–6 of 100; before the first move 1–9",
    ]);
    expect(pictures.rehearsedDance.name({ kind: "offer", by: "Ann", round: 2, values: [1, 2] })).toBe("Ann, round 2");
    expect(pictures.rehearsedDance.name({ kind: "deal", by: null, round: null, values: [1, 2] })).toBe("Deal");
  });
});
