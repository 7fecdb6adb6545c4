import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesOf, issue, numbers, type WrittenCase } from "../../../test/build-case.js";
import { parseCase } from "../../case/index.js";
import { checkInterests } from "../check.js";
import { drawModels } from "../models.js";
import { preferencesOf } from "../preferences.js";
import { type Given, readAnswers, writeAnswers } from "./answers.js";
import { type InterviewState, interview, takenBack } from "./interview.js";
import type { InterviewQuestion } from "./questions.js";

const DATE = "2020-06-30";
const TALKS: WrittenCase = {
  case: {
    issues: [issue("x", 4, { gives: "a" }), issue("y", 3), issue("z", 2)],
    noDeal: { y: "o1" },
    sources: [{ id: "minutes", title: "Minutes" }],
  },
  record: {
    offers: [
      { id: "first", name: "First", date: "2020-02-01", by: "b", package: { x: "o3", y: "o2" }, source: "minutes" },
      { id: "second", name: "Second", date: "2020-03-01", by: "b", package: { x: "o1", z: "o1" }, source: "minutes" },
    ],
  },
};
const FILES = filesOf(TALKS);

function ask(given: readonly Given[], files = FILES): InterviewState {
  const asked = interview({ files, party: "a", holder: "a", date: DATE, models: 100 }, given);
  if (!asked.ok) throw new Error(asked.reasons.join("\n"));
  return asked.value;
}

const reply = ({ ask: name, first, second }: InterviewQuestion, answer: string): Given => ({
  ask: name,
  answer,
  ...(first && { first }),
  ...(second && { second }),
});

/** Answers until the end, or until `upTo` answers; `choose` says which. */
function answerAll(choose: (question: InterviewQuestion) => string, files = FILES, upTo = 60) {
  let given: Given[] = [];
  let state = ask(given, files);
  while (state.question && given.length < upTo) {
    given = [...given, reply(state.question, choose(state.question))];
    state = ask(given, files);
  }
  return { given, state };
}

/** A person who wants less of x, more of y and z, y first; and who is patient. */
const person: Record<string, string> = {
  "no-deal": "case",
  "best:x": "less",
  "best:y": "more",
  "best:z": "more",
  "swing:1": "y",
  "swing:2": "x",
  "step:x": "o1>o0",
  "step:y": "unknown",
  "check:1": "first",
};
const answers = ({ ask: name, choices }: InterviewQuestion) => {
  const wanted = person[name] ?? "first";
  return choices.some(({ id }) => id === wanted) ? wanted : (choices[0]?.id ?? "");
};

const interestsIn = (text: string, files = FILES) => {
  const parsed = parseCase([...files, { path: "interests/a.a.yaml", text }]);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  const [found] = parsed.value.interests.filter(({ party, holder }) => party === "a" && holder === "a");
  if (!found) throw new Error("no interests");
  return { negotiation: parsed.value, interests: found };
};

describe("an interview", () => {
  it("asks in the order of the method: no deal, which option, which issue first, the largest step, then choices", () => {
    const { given } = answerAll(answers);
    expect(given.map(({ ask: name }) => name).slice(0, 9)).toEqual([
      "no-deal",
      "best:x",
      "best:y",
      "best:z",
      "swing:1",
      "swing:2",
      "step:y",
      "step:x",
      "check:1",
    ]);
    expect(given.slice(9).every(({ ask: name }) => /^(or|deal):\d$/.test(name))).toBe(true);
    expect(given.length).toBeGreaterThan(10);
  });

  it("takes from a file what can be told without its packages: the check by the ranking, and issues that stay as today", () => {
    const { given, state } = answerAll(answers, FILES, 9);
    const check = given[8];
    if (check?.ask !== "check:1") throw new Error("the check is not the ninth question");
    const bare = [...given.slice(0, 8), { ask: "check:1", answer: check.answer }];
    expect(ask(bare).text).toBe(state.text);
    const deal = (first: Record<string, string>) => [...given, { ask: "deal:1", answer: "first", first }];
    const today = Object.fromEntries(["x", "y", "z"].map((id) => [id, "o0"]));
    expect(ask(deal({ x: "o1" })).text).toBe(ask(deal({ ...today, x: "o1" })).text);
    expect(ask([...bare.slice(0, 8), { ask: "or:1", answer: "same" }]).complete).toBe(true);
  });

  it("writes what was answered and nothing else", () => {
    const { state } = answerAll(answers, FILES, 9);
    const written = parse(state.text);
    expect(written).toEqual({
      party: "a",
      holder: "a",
      basis: "elicited",
      date: DATE,
      swings: { rank: ["y", "x", "z"], ends: { x: ["o3", "o0"], y: ["o0", "o2"], z: ["o0", "o1"] } },
      scores: { x: { prefer: "less", largestStep: ["o1", "o0"] }, y: { prefer: "more" }, z: { prefer: "more" } },
      // All at its worst but x, over all at its worst but z; what is as today is left out.
      answers: [{ prefer: "today", to: { x: "o3", z: "o1" }, date: DATE }],
    });
  });

  it("says of each line which answer it comes from", () => {
    const { state } = answerAll(answers, FILES, 8);
    expect(state.text).toContain("Reservation: what no deal brings (answer 1)");
    expect(state.text).toMatch(/- y # answer 5\n\s+- x # answer 6/);
    expect(state.text).toMatch(/x: .*prefer: less.* # answer 2, answer 8/);
    expect(state.text).toMatch(/y: .*prefer: more.* # answer 3/);
  });

  it("takes “about the same” and “I don't know” without saying more than that", () => {
    const same = answerAll((question) => (question.ask === "swing:1" ? "same" : answers(question)), FILES, 6);
    expect(parse(same.state.text).swings.rank).toEqual([["x", "y", "z"]]);
    expect(same.state.text).toContain("# answer 5: about the same");
    const unknown = answerAll((question) => (question.ask === "swing:2" ? "unknown" : answers(question)), FILES, 7);
    expect(parse(unknown.state.text).swings.rank).toEqual(["y", ["x", "z"]]);
    expect(unknown.state.text).toContain("# answer 6: order not known");
    const unanswered = answerAll(answers, FILES, 4);
    expect(unanswered.state.text).toContain("# order not known");
  });

  it("takes any order of the options, with ties and with what is not known between", () => {
    const choose = (question: InterviewQuestion) =>
      ({ "best:x": "other", "top:x": "o2", "bottom:x": "o0", "next:x:1": "same" })[question.ask] ?? answers(question);
    expect(parse(answerAll(choose, FILES, 7).state.text).scores.x).toEqual({ rank: ["o2", ["o1", "o3"], "o0"] });
    const partly = (question: InterviewQuestion) => (question.ask === "next:x:1" ? "unknown" : choose(question));
    expect(parse(answerAll(partly, FILES, 7).state.text).scores.x).toEqual({ rank: ["o2", "o0"] });
  });

  it("is a function of the answers: going back is one answer less, and an interruption loses nothing", () => {
    const { given } = answerAll(answers);
    for (let k = 0; k < given.length; k++) {
      const before = ask(given.slice(0, k));
      expect(before.question?.ask).toBe(given[k]?.ask);
      const kept = readAnswers("a.a.answers", writeAnswers(given.slice(0, k), "a"));
      expect(kept.ok && kept.value).toEqual(given.slice(0, k));
    }
  });

  it("narrows the bands: after all answers they are tighter than after the order of the options alone", () => {
    const { state } = answerAll(answers);
    const { before = 0, now = 0 } = state.narrowing ?? {};
    expect(now).toBeLessThan(0.6 * before);
  });

  it("ends where everything is all the same, and writes nothing that could be used", () => {
    const { state } = answerAll((question) => (question.ask.startsWith("best:") ? "same" : answers(question)));
    expect(state).toMatchObject({ question: null, complete: false, contradiction: null, unordered: [] });
  });

  it("names the issues without which the answers cannot be used", () => {
    const { state } = answerAll((question) => (question.ask === "best:y" ? "unknown" : answers(question)));
    expect(state).toMatchObject({ question: null, complete: false, unordered: ["y"] });
  });
});

describe("the next question", () => {
  const { given } = answerAll(answers, FILES, 9);

  it("divides the models that agree with the answers: its split is theirs, and no question is asked that does not", () => {
    let so = given;
    for (let state = ask(so); state.question; state = ask(so)) {
      const { question } = state;
      if (question.split !== null) {
        const { negotiation, interests } = interestsIn(state.text);
        const drawn = drawModels(preferencesOf(negotiation, interests, DATE), {
          models: 4000,
          seed: 7,
          prior: "independent",
        });
        if (!drawn.ok || !question.first) throw new Error("no models");
        const { models } = { models: drawn.value };
        const value = (options: Readonly<Record<string, string>>, model: number) =>
          negotiation.issues.reduce((sum, { id, options: list }, place) => {
            const option = list.findIndex((one) => one.id === options[id]);
            const size = models.offsets.at(-1) ?? 0;
            return sum + (models.worth[model * size + (models.offsets[place] ?? 0) + option] ?? 0);
          }, 0);
        const { first, second } = question;
        const taken = Array.from({ length: models.count }, (_, model) =>
          value(first, model) >= (second ? value(second, model) : (models.reservation[model] ?? 0)) ? 1 : 0,
        );
        const split = taken.reduce<number>((sum, one) => sum + one, 0) / models.count;
        // 100 models against 4,000: within four standard errors of the smaller.
        expect(Math.abs(split - question.split)).toBeLessThan(4 * Math.sqrt(0.25 / 100));
        expect(4 * question.split * (1 - question.split)).toBeGreaterThanOrEqual(0.3);
      }
      so = [...so, reply(question, "first")];
    }
    expect(so.length).toBeGreaterThan(given.length);
  });

  it("is one that was not asked before, either way round", () => {
    const all = answerAll((question) => (/^(or|deal):/.test(question.ask) ? "unknown" : answers(question))).given;
    const compared = all.flatMap(({ first, second }) =>
      first ? [[JSON.stringify(first), JSON.stringify(second ?? "no deal")].sort().join()] : [],
    );
    expect(new Set(compared).size).toBe(compared.length);
  });

  it("bears on the verdict among those that divide evenly", () => {
    // Outcomes that turn on x against z alone: then the pair asked sets x against z.
    const asked = interview(
      {
        files: FILES,
        party: "a",
        holder: "a",
        date: DATE,
        models: 400,
        outcomes: () => (models) =>
          Int32Array.from({ length: models.count }, (_, model) => {
            const size = models.offsets.at(-1) ?? 0;
            const worth = (place: number, option: number) =>
              models.worth[model * size + (models.offsets[place] ?? 0) + option] ?? 0;
            return worth(0, 0) - worth(0, 1) > worth(2, 1) ? 1 : 0;
          }),
      },
      given,
    );
    if (!asked.ok || !asked.value.question) throw new Error("no question");
    const { first = {}, second = {} } = asked.value.question;
    const moved = (["x", "y", "z"] as const).filter((id) => first[id] !== second[id]);
    expect(moved).toEqual(["x", "z"]);
  });
});

describe("a contradiction", () => {
  const contrary = (question: InterviewQuestion) => (question.ask === "check:1" ? "second" : answers(question));

  it("is explained by the earlier answers that it goes against, and taking any one of them back mends it", () => {
    const { given, state } = answerAll(contrary);
    expect(state.question).toBeNull();
    const told = state.contradiction?.answers ?? [];
    expect(told[0]).toMatchObject({ index: given.length - 1 });
    expect(told.map(({ text }) => text).join("\n")).toMatch(/answer 6: raised in place 2: X/);
    for (const { index } of told) {
      const mended = ask(takenBack(given, index));
      expect(mended.contradiction).toBeNull();
      expect(mended.question).not.toBeNull();
    }
  });

  it("with the party's own offer names the offer, and every answer that decides it; each of these mends it", () => {
    const files = filesOf({
      case: TALKS.case ?? {},
      record: {
        offers: [{ id: "own", name: "Own", date: "2020-02-01", by: "a", package: { x: "o3" }, source: "minutes" }],
      },
    });
    // No deal brings Ann y at o1, which she likes; her own offer leaves y at its worst and x, of which she wants less, too.
    const given: Given[] = [
      { ask: "no-deal", answer: "case" },
      { ask: "best:x", answer: "less" },
      { ask: "best:y", answer: "more" },
      { ask: "best:z", answer: "same" },
    ];
    const { contradiction, complete } = ask(given, files);
    expect(complete).toBe(false);
    expect(contradiction?.offers.map(({ id, text }) => [id, text])).toEqual([
      ["own", expect.stringMatching(/“Own” \(record\.yaml:\d+\)/)],
    ]);
    expect(contradiction?.answers.map(({ text }) => text).join("\n")).toMatch(/answer 2: on X: less/);
    for (const { index } of contradiction?.answers ?? [])
      expect(ask(takenBack(given, index), files).contradiction).toBeNull();
    const bluffed = ask([...given, { ask: "bluff:own", answer: "yes" }], files);
    expect(bluffed.contradiction).toBeNull();
    expect(parse(bluffed.text).bluffs).toEqual(["own"]);
  });

  it("invents nothing: what cannot stand is never complete", () => {
    expect(answerAll(contrary).state.complete).toBe(false);
  });
});

describe("answers at random", () => {
  const random = fc.infiniteStream(fc.nat(1000));

  it("never lose or invent anything, and whatever is complete passes its check", () => {
    fc.assert(
      fc.property(random, fc.boolean(), (numbers, forgiving) => {
        const pick = () => numbers.next().value ?? 0;
        let given: Given[] = [];
        let state = ask(given);
        for (let turn = 0; turn < 40; turn++) {
          if (state.contradiction) {
            const mends = state.contradiction.answers;
            expect(mends.length).toBeGreaterThan(0);
            if (!forgiving) break;
            const { index } = mends[pick() % mends.length] ?? { index: given.length - 1 };
            given = takenBack(given, index);
          } else if (state.question === null) break;
          else if (pick() % 8 === 0) given = given.slice(0, -1);
          else {
            const { choices } = state.question;
            given = [...given, reply(state.question, choices[pick() % choices.length]?.id ?? "")];
          }
          expect(new Set(given.map(({ ask: name }) => name)).size).toBe(given.length);
          state = ask(given);
          if (state.complete) {
            const { negotiation } = interestsIn(state.text);
            expect(checkInterests(negotiation, DATE).filter(({ severity }) => severity === "error")).toEqual([]);
          }
          const says = (parse(state.text).answers ?? []).length;
          expect(says).toBe(given.filter(({ answer, first }) => first && /^(first|second)$/.test(answer)).length);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("an answers file", () => {
  it.each([
    ["not: a list", /list|array/],
    ["- {ask: no-deal}", /answer/],
    ["- {ask: no-deal, answer: case}\n- {ask: no-deal, answer: today}", /answered twice/],
    ["- {ask: no-deal, answer: case, note: hello}", /note/],
  ])("%s is a problem with its place", (text, message) => {
    const read = readAnswers("a.answers", text);
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.problems[0]?.place).toMatchObject({ file: "a.answers", line: expect.any(Number) });
      expect(read.problems.map((problem) => problem.message).join()).toMatch(message);
    }
  });

  it.each([
    [[{ ask: "best:w", answer: "more" }], /no issue "w"/],
    [[{ ask: "hello", answer: "more" }], /no such question/],
    [[{ ask: "no-deal", answer: "never" }], /none of its answers: case/],
    [[{ ask: "or:1", answer: "first" }], /cannot be told from the other answers/],
    [[{ ask: "deal:1", answer: "first", first: { x: "o9", y: "o0", z: "o0" } }], /no option "o9"/],
    [[{ ask: "check:1", answer: "first" }], /cannot be told from the other answers/],
    [[{ ask: "swing:9", answer: "x" }], /no such question/],
    [[{ ask: "swing:1", answer: "w" }], /no issue "w"/],
    [[{ ask: "bluff:first", answer: "yes" }], /no offer "first" of a/],
  ])("answers that fit no question are refused by name: %j", (given, message) => {
    const asked = interview({ files: FILES, party: "a", holder: "a", date: DATE }, given);
    expect(asked.ok).toBe(false);
    if (!asked.ok) expect(asked.reasons.join("\n")).toMatch(message);
  });

  it("is empty before the first answer", () => {
    expect(readAnswers("a.answers", writeAnswers([], "a"))).toMatchObject({ ok: true, value: [] });
  });
});

describe("whose interview it is", () => {
  const asked = (more: Partial<Parameters<typeof interview>[0]>) =>
    interview({ files: FILES, party: "a", holder: "a", date: DATE, ...more }, []);

  it.each([
    [{ party: "c" }, /unknown party "c"/],
    [{ holder: "../a" }, /cannot be a holder/],
    [{ date: "2020-06" }, /no day/],
  ])("is of a party, a holder and a day: %j", (more, message) => {
    const refused = asked(more);
    expect(!refused.ok && refused.reasons.join()).toMatch(message);
  });

  it("is not of a mediator", () => {
    const files = filesOf({
      case: {
        ...TALKS.case,
        parties: [
          { id: "a", name: "Ann", role: "negotiating" },
          { id: "b", name: "Bob", role: "negotiating" },
          { id: "m", name: "Mia", role: "mediator" },
        ],
      },
    });
    const refused = asked({ files, party: "m" });
    expect(!refused.ok && refused.reasons.join()).toMatch(/mediators have no interests/);
  });

  it("knows no offer that was made after its day", () => {
    const early = asked({ date: "2020-02-15" });
    const choices = early.ok ? (early.value.question?.choices.map(({ id }) => id) ?? []) : [];
    expect(choices).toContain("offer:first");
    expect(choices).not.toContain("offer:second");
  });

  it("does not ask of what only others may see: their interests change no question", () => {
    const others = filesOf({
      ...TALKS,
      interests: [numbers("b", { x: 1, y: 1, z: 1 }, { x: [0, 1, 2, 3], y: [0, 1, 2], z: [0, 1] })],
    });
    const { given } = answerAll(answers, FILES, 6);
    expect(ask(given, others).question).toEqual(ask(given).question);
  });
});
