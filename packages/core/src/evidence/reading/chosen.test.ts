import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenStatement, placesOf, restOf, statementAround } from "./chosen.js";
import { readText } from "./read-text.js";

const TEXT = "We will pay 20 percent.\nWe will not move.\nWe will pay 20 percent, if the port opens by June.";

describe("where words stand", () => {
  it("is letter for letter, the nearest of several places, whatever the white space", () => {
    expect(placesOf(TEXT, "We will pay 20 percent", 0)).toEqual([{ start: 0, end: 22 }]);
    expect(placesOf(TEXT, "We will pay 20 percent", 80)).toEqual([{ start: 42, end: 64 }]);
    expect(placesOf(TEXT, "percent. We  will not", 0)).toEqual([{ start: 15, end: 35 }]);
    expect(placesOf(TEXT, "we will pay", 0)).toBeNull();
    expect(placesOf(TEXT, " ", 0)).toBeNull();
  });

  it("is that of each part where an ellipsis divides them, in their order alone", () => {
    const places = placesOf(TEXT, "We will not move … by June", 0);
    expect(places?.map(({ start, end }) => TEXT.slice(start, end))).toEqual(["We will not move", "by June"]);
    expect(placesOf(TEXT, "by June … We will not move", 0)).toBeNull();
  });

  it("is found again for whatever was chosen", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % text.length, (b % text.length) + 1];
        const chosen = text.slice(start, end);
        if (start >= end || chosen.trim() === "" || /\.\.\.|…/.test(chosen)) return;
        const trimmed = start + chosen.length - chosen.trimStart().length;
        expect(placesOf(text, chosen, trimmed)).toEqual([{ start: trimmed, end: trimmed + chosen.trim().length }]);
      }),
    );
  });
});

describe("a statement of chosen words", () => {
  const text = "Keller said: “We will pay 20 percent, and we will reopen the port if the talks go on.”";
  const read = readText(text);
  if (!read.ok) throw new Error("not read");
  const [whole] = read.value.statements;
  const of = (words: string) => placesOf(text, words, 0) ?? [];

  it("keeps its speaker, and of numbers and conditions those that stand in the words", () => {
    if (!whole) throw new Error("no statement");
    expect(statementAround(of("reopen the port"), read.value.statements)).toBe(whole);
    const pay = chosenStatement(text, of("We will pay 20 percent"), whole);
    expect(pay).toMatchObject({
      quote: "We will pay 20 percent",
      speaker: { name: "Keller" },
      stance: { condition: null },
    });
    expect(pay.quantities).toHaveLength(1);
    const port = chosenStatement(text, of("we will reopen the port if the talks go on"), whole);
    expect(port.quantities).toEqual([]);
    expect(port.stance.condition).toEqual(whole.stance.condition);
  });

  it("is nobody's where no statement has the words", () => {
    expect(statementAround(of("said"), read.value.statements)).toBeNull();
    expect(chosenStatement(text, of("said"), null)).toMatchObject({ quote: "said", speaker: null, party: null });
  });
});

describe("what is left of a statement", () => {
  it("is its other words, and nothing where none is left", () => {
    const text = "Ann said: “We will go. We will pay, too.”";
    const whole = chosenStatement(text, [{ start: 11, end: 40 }], null);
    const left = (...taken: { start: number; end: number }[]) => restOf(text, whole, taken)?.quote;
    expect(left({ start: 11, end: 22 })).toBe("We will pay, too.");
    expect(left({ start: 18, end: 31 })).toBe("We will … pay, too.");
    expect(left({ start: 0, end: 41 })).toBeUndefined();
    expect(left()).toBe("We will go. We will pay, too.");
  });
});

describe("words that nobody was found to say", () => {
  it("are a quotation where quotation marks stand around them, and else in no one's own words", () => {
    const kindOf = (text: string, words: string) => {
      const [place] = placesOf(text, words, 0) ?? [];
      return place && chosenStatement(text, [place], null).kind;
    };
    expect(kindOf("He said: “We will go,” and left.", "We will")).toBe("direct");
    expect(kindOf("He said: “We will go,” and left.", "and left")).toBe("indirect");
    expect(kindOf('He said "yes" and "no way" to us.', "no way")).toBe("direct");
    expect(kindOf('He said "yes" and "no way" to us.', "to us")).toBe("indirect");
    expect(kindOf("“It held.”\nHe would not resume the exercises.", "not resume")).toBe("indirect");
  });
});
