import { describe, expect, it } from "vitest";
import { notesOf, readFiles, reasonsOf } from "../../test/scenario-files.js";
import { readXml } from "./xml.js";

const space = (option: string, head = "", type = 'type="any" ') => `${head}<utility_space ${type}number_of_issues="1">
<reservation value="0.2"/><objective index="0" name="root"><weight index="1" value="1.0"/>
<issue index="1" name="Drinks" type="discrete"><item index="1" value="${option}" evaluation="1"/>
<item index="2" value="Water" evaluation="4"/></issue></objective></utility_space>`;

describe("XML as real files have it", () => {
  it.each([
    [
      "a comment before the declaration",
      space("Tea", '<!-- made by hand -->\n<?xml version="1.0" encoding="UTF-8"?>\n'),
      "Tea",
      "a comment stands before",
    ],
    [
      "several, and a byte-order mark",
      space("Tea", '\uFEFF<!-- a --> <!-- b -->\n<?xml version="1.0"?>'),
      "Tea",
      "a comment stands before",
    ],
    ["a bare ampersand", space("Tea & cake"), "Tea & cake", 'line 3 has a bare "&"'],
    [
      "no blank between attributes",
      space("Tea").replace('index="1" value="Tea"', 'index="1"value="Tea"'),
      "Tea",
      "line 3 has no blank between two attributes",
    ],
  ])("%s is read, and said", (_, text, option, note) => {
    const { scenario } = readFiles({ "a.xml": text });
    expect(scenario.issues[0]?.options).toEqual([option, "Water"]);
    expect(scenario.parties[0]?.scores).toEqual([[0.25, 1]]);
    expect(notesOf({ "a.xml": text })).toContain(note);
  });

  it("what stands in an encoding that it names is read in that encoding", () => {
    const text = space("Größe", '<?xml version="1.0" encoding="ISO-8859-15"?>\n');
    expect(readFiles({ "a.xml": new Uint8Array(Buffer.from(text, "latin1")) }).scenario.issues[0]?.options[0]).toBe(
      "Größe",
    );
  });

  it.each([
    ["an unknown entity", space("Tea&nbsp;x"), /line 3: undefined entity/],
    ["an unclosed element", space("Tea").replace("</objective>", ""), /line 4: /],
    ["a document type", `<!DOCTYPE x>${space("Tea")}`, /DOCTYPE/],
    ["many unclosed comments", "<!--".repeat(50_000), /no well-formed XML|is empty/],
  ])("what leaves no meaning is named with its line: %s", (_, text, reason) => {
    expect(reasonsOf({ "a.xml": text })).toMatch(reason);
  });

  it("ampersands of entities stay what they are", () => {
    expect(readXml('<a b="&amp; &#38; &#x26; &lt;"/>').attributes.b).toBe("& & & <");
  });

  it.each([
    [space("Tea", "", 'type="nonlinear" '), /utility space is of the type "nonlinear"/],
    [space("Tea").replace("</objective>", '</objective><ufun type="PlainUfun"/>'), /holds <ufun>/],
    [space("Tea").replace('type="discrete"', 'type="objective"'), /issue "Drinks" is of the type "objective"/],
    [space("Tea").replace('evaluation="4"', 'evaluation="four"'), /evaluation of "Water" is no number: "four"/],
    [space("Tea").replace('value="0.2"', ""), /the reservation value is missing/],
    [space("Tea").replace("<issue", '<weight index="1" value="0.3"/><issue'), /two weights for the issue with index 1/],
    [
      space("Tea").replace('<reservation value="0.2"/>', '<reservation value="0.2"/><reservation value="0.4"/>'),
      /two reservation values/,
    ],
    [
      space("Tea")
        .replace(
          /<issue[\s\S]*<\/issue>/,
          '<issue index="1" name="Days" type="integer" lowerbound="0" upperbound="4"/>',
        )
        .replace(
          "</objective>",
          '<issue index="2" name="X" type="discrete"><item value="a" evaluation="1"/></issue></objective>',
        ),
      /issue "Days" has numbers and no evaluator/,
    ],
  ])("a GENIUS space that is not a sum over known issues is refused: %#", (text, reason) => {
    expect(reasonsOf({ "a.xml": text })).toMatch(reason);
  });

  it("what a space leaves out is said", () => {
    expect(notesOf({ "a.xml": space("Tea").replace(' evaluation="1"', "") })).toContain(
      'the evaluation of "Tea" is missing: taken as 0',
    );
    const discounted = space("Tea").replace('<reservation value="0.2"/>', '<discount_factor value="0.5"/>');
    expect(notesOf({ "a.xml": discounted })).toContain("the discount of 0.5 is left out");
  });
});
