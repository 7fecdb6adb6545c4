import { describe, expect, it } from "vitest";
import { faultsOf } from "./faults.js";
import { paragraphsOf } from "./paragraphs.js";
import { readText } from "./read-text.js";

const CLEAN =
  "The G20 met in the McDonald building on 5G, COVID-19 and the F-35. NATO, the CDU and Mr O'Brien agreed, said Ann McKay of the eBay desk at ann@port.org. The rhythm of the talks was slow, and the minister said that nobody would sign before the harbour was open again and the pilots were paid.";
const SCAN =
  "Tbe rninister sa1d on Tuesday tbat tlie talks had failed. “We will n0t s1gn tbe treaty,” sa1d M1nister Orr3ll. Tbe union, whicb had cal|ed the strike, would go on. “The dues must fall,” said Anna Keller. The harbour would be opened aud the pilots would be paid in full by the end of the month.";
const of = (text: string) => faultsOf(text, paragraphsOf(text));

describe("a text with misread letters", () => {
  it("is said to be one, with how many and which, and one with odd names is not", () => {
    expect(of(SCAN).remarks).toEqual([expect.stringMatching(/^About 2\d % of its words look misread \(“Tbe”, “sa1d”/)]);
    expect(of(CLEAN).remarks).toEqual([]);
  });

  it("makes nobody a speaker of a fragment, and keeps who can be read", () => {
    const read = readText(SCAN);
    if (!read.ok) throw new Error("not read");
    const names = read.value.statements.map(({ speaker }) => speaker?.name ?? null);
    expect(names).toContain("Anna Keller");
    expect(names.filter((name) => name && /\d/.test(name))).toEqual([]);
  });
});

describe("a text with another language in it", () => {
  it("is read but for those paragraphs, which is said", () => {
    const german =
      "Der Minister hat gesagt, dass die Gewerkschaft und der Hafen nicht mit dem Ergebnis leben können. “Wir werden das nicht unterschreiben”, said Keller.";
    const text = `The minister said that the harbour would be opened.\n\n${german}\n\nThe union said that it would sign.`;
    const read = readText(text);
    if (!read.ok) throw new Error("not read");
    expect(read.value.statements.map(({ quote }) => quote)).toEqual(
      ["the harbour would be opened", "it would sign"].map((one) => expect.stringContaining(one)),
    );
    expect(read.value.remarks).toEqual(["A paragraph is not English (the first in line 3), and only English is read."]);
  });

  it("is not one for a few words or names of it", () => {
    expect(
      of("The Frente Amplio and Die Linke met in Place de la Concorde, said Jean de la Tour of Le Monde.").foreign,
    ).toEqual([]);
    expect(of("Министр сказал, что договор будет подписан завтра утром.").foreign).toHaveLength(1);
  });
});

describe("a text whose columns were run together", () => {
  it("is said to be one, and a table is not", () => {
    const columns = Array.from(
      { length: 12 },
      () => "The minister said that talks     had not moved in a week and",
    ).join("\n");
    const table = Array.from({ length: 12 }, (_, at) => `Wages in year ${at}          ${at} %`).join("\n");
    expect(of(columns).remarks).toEqual([expect.stringContaining("wide gaps")]);
    expect(of(table).remarks).toEqual([]);
  });
});
