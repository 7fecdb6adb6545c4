import fc from "fast-check";
import { describe, it } from "vitest";
import { maySee } from "./may-see.js";

const OPEN = ["case.yaml", "record.yaml", "agreement.yaml", "observations.csv"];
const reader = fc.constantFrom("public", "us", "dprk", "analyst", "", "interests", "*", "us.dprk", "../us");

describe("a file of a case is seen", () => {
  it("by its owner, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (file) => maySee(file, null)));
  });

  it("by everybody where it is open", () => {
    fc.assert(fc.property(fc.constantFrom(...OPEN), fc.option(reader), (file, who) => maySee(file, who)));
  });

  it.each([
    ["interests/us.dprk.yaml", "dprk"],
    ["interests/us.us.yml", "us"],
    ["verification/analyst.yaml", "analyst"],
  ])("%s: of all others by %s alone", (file, holder) => {
    fc.assert(fc.property(reader, (who) => maySee(file, who) === (who === holder)));
  });

  it.each([
    "interests/us.dprk.answers",
    "interests/us.yaml",
    "interests/a/us.us.yaml",
    "interests/us.us.yaml.orig",
    "Interests/us.us.yaml",
    "interests/us.us.yaml~",
    "verification/us.us.yaml",
    "documents/us.txt",
    "drafts/us.md",
    ".parley/history.jsonl",
    "case.yaml/us.us.yaml",
    "report.html",
  ])("%s: by its owner alone, since it is none of the files that are shared", (file) => {
    fc.assert(fc.property(reader, (who) => !maySee(file, who)));
  });

  it("by the public where it is open, and nowhere else, whatever it is called", () => {
    fc.assert(fc.property(fc.string(), (file) => maySee(file, "public") === OPEN.includes(file)));
  });
});
