import { describe, expect, it } from "vitest";
import { notesOf, readFiles, reasonsOf } from "../../test/scenario-files.js";

const HEAD = "issue,option,weight,score\n";
const PLAIN = `${HEAD}Price,low,60,1\nPrice,high,,0\nDelivery,a week,40,10\nDelivery,a month,,4\nreservation,,,35\n`;

/** What a table comes to, by one file. */
function told(text: string | Uint8Array, file = "a.csv") {
  const { scenario } = readFiles({ [file]: text });
  const [party] = scenario.parties;
  return {
    issues: scenario.issues.map(({ name, options }) => [name, ...options]),
    weights: party?.weights.map((weight) => Number(weight.toFixed(9))),
    scores: party?.scores,
    reservation: party?.reservation,
  };
}
const plain = told(PLAIN);
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

describe("a table in any of the ways in which people and programs write it is the same table", () => {
  it.each<[string, string | Uint8Array]>([
    ["with a line that names the delimiter", `sep=;\r\n${PLAIN.replaceAll(",", ";").replaceAll("\n", "\r\n")}`],
    ["in UTF-16", utf16(PLAIN, false)],
    ["in UTF-16 of the other order", utf16(PLAIN.replaceAll(",", "\t"), true)],
    ["with tabs", PLAIN.replaceAll(",", "\t")],
    ["with bars", PLAIN.replaceAll(",", "|")],
    ["weights in per cent", PLAIN.replace("60", "60%").replace(",40", ",40 %")],
    [
      "the issue written once a group",
      PLAIN.replace("\nPrice,high", "\n,high").replace("\nDelivery,a month", "\n,a month"),
    ],
    ["the issue in a row of its own, with its weight", PLAIN.replace("Price,low,60", "Price,,60,\n,low,")],
    ["blanks around names, of any kind", PLAIN.replace("\nPrice,high", "\n Price\u00a0,high ")],
    ["an issue in other letters", PLAIN.replace("\nPrice,high", "\nPRICE,high")],
    ["a total below", `${PLAIN}Total,,100,\n`],
    ["a title above, a remark below", `Our needs\n\n${PLAIN}\nAsk Ann about the price\n`],
    ["a column of remarks whose heading has a semicolon", PLAIN.replace("score", "score,remarks; sources")],
    ["capitals and blanks in the heads", PLAIN.replace("issue,option", " Issue , OPTION")],
    [
      "a decimal comma and a point between thousands",
      PLAIN.replaceAll(",", ";").replace(";60;1", ";1.200;0,1").replace(";40;10", ";800,0;10"),
    ],
    ["another name for the last row", PLAIN.replace("reservation", "Reservation value")],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual(plain);
  });

  it("an inch is no quotation mark, a minus may be of any kind, Windows-1252 keeps its dashes and its euro", () => {
    expect(told(PLAIN.replace("a week", '19" screen').replace("a month", '21" screen')).issues[1]).toEqual([
      "Delivery",
      '19" screen',
      '21" screen',
    ]);
    expect(told(PLAIN.replace(",60,1", ",60,\u22121").replace(",,0", ",,\u22125")).scores?.[0]).toEqual([1, 0]);
    const bytes = Buffer.from(PLAIN.replace("low", "10 E D 20"), "latin1");
    bytes[bytes.indexOf("E D")] = 0x80;
    bytes[bytes.indexOf(" D 20") + 1] = 0x96;
    expect(told(new Uint8Array(bytes)).issues[0]).toEqual(["Price", "10 € – 20", "high"]);
    expect(notesOf({ "a.csv": new Uint8Array(bytes) })).toContain("was read as Windows-1252");
  });
});

describe("what a stranger's tables showed", () => {
  it("the reservation stays where it is beside an issue whose options are all the same, whose weight counts nothing", () => {
    const flat = `${HEAD}Price,low,50,1\nPrice,mid,,0.6\nPrice,high,,0\nDelivery,a week,50,5\nDelivery,a month,,5\nreservation,,,40\n`;
    expect(told(flat)).toMatchObject({ weights: [1, 0], reservation: 0.4 });
    expect(notesOf({ "a.csv": flat })).toContain('all options of "Delivery" have the same score');
  });

  it.each([
    ["line ends of several kinds", PLAIN.replace("\n", "\r\n").replace("score", "score,note")],
    [
      "a ditto mark of another kind",
      PLAIN.replace("\nPrice,high", "\n″,high").replace("\nDelivery,a month", "\nditto,a month"),
    ],
    ["a head that stands twice", PLAIN.replace("Delivery,a week", `${HEAD}Delivery,a week`)],
  ])("%s: the same table", (_, text) => {
    expect(told(text)).toEqual(plain);
  });

  it.each([
    [
      "decimal commas that divide cells",
      PLAIN.replace(",60,1", ",60,7,5"),
      "row 2 has more cells than the head; a number with a decimal comma",
    ],
    [
      "a quotation mark that swallows lines",
      PLAIN.replace("\nPrice,high", '\n",high').replace("\nDelivery,a month", '\n",a month'),
      "row 3 holds what looks like more rows in one cell; a quotation mark may not be closed on its line",
    ],
    [
      "a reservation with an option",
      PLAIN.replace("reservation,,", "Reservation,minimum,"),
      'row 6 has an option of "Reservation"',
    ],
    [
      "a remark between the options",
      PLAIN.replace("\nPrice,high", "\nagreed with Anna,,,\n,high"),
      'row 3 has "agreed with Anna" alone, and options below it',
    ],
    ["a row that is an option or a sum", `${PLAIN}Price,Total,,13\n`, '"Total", which may be an option or a sum'],
    [
      "a quotation mark that swallows lines in a column that is left out",
      PLAIN.replace("score", "score,note").replace(",60,1", ',60,1,"see Ann').replace(",35", ',35,and Bob"'),
      "row 2 holds what looks like more rows in one cell; a quotation mark may not be closed on its line",
    ],
    [
      "a title above a head with a slip",
      `Our needs\n\n${PLAIN.replace("score", "points")}`,
      "its row 3 does not name score",
    ],
  ])("%s: refused with the row", (_, text, reason) => {
    expect(reasonsOf({ "a.csv": text })).toContain(reason);
  });

  it.each([
    [",150", "above 100 points"],
    [",-20", "below 0 points"],
  ])("a reservation of %s is said to be out of the range", (points, note) => {
    expect(notesOf({ "a.csv": PLAIN.replace(",35", points) })).toContain(note);
  });
});

describe("two tables that differ", () => {
  it("say which file has what, and what may have been meant", () => {
    const other = PLAIN.replaceAll("Delivery", "Delivry");
    expect(reasonsOf({ "a.csv": PLAIN, "b.csv": other })).toContain(
      'b.csv: it says nothing of "Delivery", which a.csv has. Did you mean "Delivry"?',
    );
    const more = PLAIN.replace("high", "hihg");
    expect(reasonsOf({ "a.csv": PLAIN, "b.csv": more })).toContain(
      'b.csv: issue "Price" has "hihg", which a.csv does not have. Did you mean "high"?',
    );
  });
});

describe("what a table leaves out, or takes to mean something, is said", () => {
  it.each([
    [`${PLAIN}Total,,100,\n`, 'row 7 is a total ("Total"): left out'],
    [
      PLAIN.replace(",60,1", ",1.200,1").replace(",35", ",35.5"),
      'row 2: the weight "1.200" is read as 1.2, since other numbers here have a decimal point',
    ],
    [`Our needs\n${PLAIN}`, "what stands above row 2, the head of the table, is left out"],
    [`${PLAIN}Ask Ann\n`, 'row 7 ("Ask Ann") has neither option nor weight nor score: left out'],
    [PLAIN.replace("score", "score,why").replace(",60,1", ",60,1,we said so"), 'the column "why" is left out'],
    [PLAIN.replace("\nPrice,high", "\nPRICE,high"), 'row 3 writes "PRICE" for the issue "Price": taken as the same'],
    [PLAIN.replace(",35", ",0.35"), "the reservation is below 1"],
    [`${PLAIN}Price,low,,1\n`, 'issue "Price" names "low" twice with the same score: it counts once'],
    [`${PLAIN}Colour,red,,1\n`, 'no row gives a weight to "Colour": taken as worth nothing'],
  ])("%j", (text, note) => {
    expect(notesOf({ "a.csv": text })).toContain(note);
  });
});

describe("what can be understood in two ways is refused with its row", () => {
  it.each([
    ["a number", PLAIN.replace("60,1", '"1.200",1'), 'row 2 has a weight that can be read in two ways: "1.200"'],
    [
      "an option twice with two scores",
      `${PLAIN}Price,Low,,3\n`,
      'row 7 has the option "Low" of "Price", which row 2 has too',
    ],
    ["two reservations", `${PLAIN}reservation,,,40\n`, "row 7 has another reservation"],
    ["per cent in some weights only", PLAIN.replace("60,1", "60%,1"), "row 4 has a weight that is not in per cent"],
    ["two weights", PLAIN.replace("Price,high,", "Price,high,50"), 'row 3 has another weight for "Price"'],
    ["an option below a blank row", PLAIN.replace("Delivery,a month", "\n,a month"), "row 6 has no issue"],
    ["a score without an option", PLAIN.replace("Price,high", "Price,"), "row 3 has a score and no option"],
    [
      "a weight whose issue has no option",
      `${PLAIN}Colour,,10,\n`,
      'row 7 has the issue "Colour", and no row has an option of it',
    ],
    ["two columns of one name", PLAIN.replace("weight,score", "weight,score,score"), "two columns are called score"],
    ["a head without a weight", PLAIN.replace("weight", "wight"), "does not name weight"],
  ])("%s", (_, text, reason) => {
    expect(reasonsOf({ "a.csv": text })).toContain(reason);
  });

  it("two parties may write a name in two ways, which is said; two names of one table are never taken for one another", () => {
    const other = PLAIN.replaceAll("Price", "price ").replace("a week", "A week");
    expect(notesOf({ "a.csv": PLAIN, "b.csv": other })).toMatch(
      /b\.csv: the issue "price" is taken for "Price"\.[\s\S]*b\.csv: the option of "Delivery" "A week" is taken for "a week"/,
    );
    expect(reasonsOf({ "a.csv": PLAIN, "b.csv": PLAIN.replace("a week", "a fortnight") })).toContain(
      'has "a fortnight"',
    );
  });
});
