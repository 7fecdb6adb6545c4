import { describe, expect, it } from "vitest";
import { paragraphsOf } from "./paragraphs.js";
import { quotationsOf } from "./quotations.js";

const inner = (text: string): string[] =>
  quotationsOf(text, paragraphsOf(text)).map(({ inner: { start, end } }) => text.slice(start, end));

describe("quotations", () => {
  it.each([
    ["curly marks", "She said “yes, now” and “no”.", ["yes, now", "no"]],
    ["straight marks", 'She said "yes" and "no".', ["yes", "no"]],
    ["doubled marks", "''We do,'' he said. ``They don't.''", ["We do,", "They don't."]],
    ["angled and low marks", "«Oui», he said; „so“, she said.", ["Oui", "so"]],
    [
      "British custom",
      "‘It’s the drivers’ turn,’ she said. ‘They’re late.’",
      ["It’s the drivers’ turn,", "They’re late."],
    ],
    [
      "a quotation within a quotation",
      "“He told me, ‘not now,’ and left,” she said.",
      ["He told me, ‘not now,’ and left,"],
    ],
    ["the same mark within", "“He called it “a gift” to me,” she said.", ["He called it “a gift” to me,"]],
    ["a doubled mark after a single one", "''They say, 'go home,''' he said.", ["They say, 'go home,'"]],
    ["brackets and ellipses", "“[W]e … agree [on that],” she said.", ["[W]e … agree [on that],"]],
    ["an opening mark that closes", "“Apparently not,“ he said.", ["Apparently not,"]],
    ["apostrophes, measures and attributes", `It's 6'2" tall, in the '90s, <a id="7">.`, []],
  ])("are found between %s", (_, text, expected) => {
    expect(inner(text)).toEqual(expected);
  });

  it("go on over paragraphs that each open anew", () => {
    const text = "“One.\n\n“Two.\n\n“Three,” she said.";
    const found = quotationsOf(text, paragraphsOf(text));
    expect(found.map(({ continues, closed }) => [continues, closed])).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  it("survive lines that were broken to fit a width", () => {
    const text =
      "The minister said late on Monday that the talks would “go on until\neverything is agreed, and that may well take us through the whole of\nthe summer” and left.\n\nNobody answered him at once, which some of those who were there took\nfor a sign of how tired everyone had become.";
    expect(paragraphsOf(text)).toHaveLength(2);
    expect(inner(text)).toEqual([
      "go on until\neverything is agreed, and that may well take us through the whole of\nthe summer",
    ]);
  });
});
