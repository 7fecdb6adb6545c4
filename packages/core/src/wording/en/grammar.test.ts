import { describe, expect, it } from "vitest";
import { buildCase } from "../../../test/build-case.js";
import { partyNamed } from "../named.js";
import { isPlural, objective, possessive, pronoun, verb } from "./grammar.js";

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
    ["Bosnia and Herzegovina", false],
    ["Trinidad and Tobago", false],
    ["the Houthis", true],
    ["the Palestinians", true],
    ["the police", true],
    ["the Netherlands", false],
  ])("%s is of several: %s", (name, several) => {
    expect(isPlural(name)).toBe(several);
  });

  it("goes by what the case says, where it does, and else by the name", () => {
    for (const name of ["the Kurds", "the nurses", "Iran"])
      for (const plural of [true, false]) expect(isPlural({ name, plural })).toBe(plural);
    expect([isPlural({ name: "the nurses" }), isPlural({ name: "Iran" })]).toEqual([true, false]);
    const { parties } = buildCase({
      case: {
        parties: [
          { id: "kurds", name: "the Kurds", role: "negotiating", plural: true },
          { id: "board", name: "Boards", role: "negotiating", plural: false },
        ],
      },
    });
    for (const called of ["kurds", "the Kurds"]) expect(verb(partyNamed({ parties }, called), "gives")).toBe("give");
    for (const called of ["board", "Boards"]) expect(verb(partyNamed({ parties }, called), "gives")).toBe("gives");
    expect([objective("the nurses"), objective("Iran")]).toEqual(["them", "it"]);
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
