import { describe, expect, it } from "vitest";
import { isPlural, possessive, pronoun, verb } from "./spoken.js";

describe("how a party is spoken of", () => {
  it.each([
    ["the United States", false],
    ["North Korea", false],
    ["Cypress Cycles", false],
    ["the Philippines", false],
    ["the patients' council", false],
    ["the health fund", false],
    ["the union of teachers", false],
    ["the press", false],
    ["the board of the clinics", false],
    ["the six powers", true],
    ["the suppliers of fuel", true],
    ["the nurses", true],
    ["the families", true],
    ["townspeople", true],
    ["Ann and Ben", true],
    ["the Ministry of Trade and Industry", false],
  ])("%s is of several: %s", (name, several) => {
    expect(isPlural(name)).toBe(several);
  });

  it("the verb and the pronoun go with the name", () => {
    const said = (name: string) =>
      ["gives", "is", "has", "takes", "does", "denies", "reaches", "loses"].map((one) => verb(name, one)).join(" ");
    expect(said("the hospital")).toBe("gives is has takes does denies reaches loses");
    expect(said("the nurses")).toBe("give are have take do deny reach lose");
    expect([possessive("the nurses"), pronoun("the nurses"), possessive("Iran"), pronoun("Iran")]).toEqual([
      "their",
      "they",
      "its",
      "it",
    ]);
  });
});
