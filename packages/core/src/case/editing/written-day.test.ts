import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate } from "../calendar.js";
import { readWrittenDay } from "./written-day.js";

const read = (text: string) => {
  const found = readWrittenDay(text);
  return found.kind === "day" ? found.date : found.kind;
};

describe("a day as it is written", () => {
  it.each([
    ["2019-02-23", "2019-02-23"],
    ["2019-2-3", "2019-02-03"],
    ["2019-02", "2019-02"],
    ["2019", "2019"],
    ["23 Feb 2019", "2019-02-23"],
    [" 23  February  2019 ", "2019-02-23"],
    ["Feb 23, 2019", "2019-02-23"],
    ["February 23 2019", "2019-02-23"],
    ["1st March 2020", "2020-03-01"],
    ["Sept. 2019", "2019-09"],
    ["May 2019", "2019-05"],
    ["23.2.2019", "2019-02-23"],
    ["3. 2. 2019", "2019-02-03"],
    ["23/2/2019", "2019-02-23"],
    ["2/23/2019", "2019-02-23"],
    ["2/2/2019", "2019-02-02"],
    ["29 Feb 2020", "2020-02-29"],
  ])("%s is %s", (text, date) => {
    expect(read(text)).toBe(date);
  });

  it.each([
    "31.02.2026",
    "29 Feb 2019",
    "2019-13",
    "2019-02-30",
    "23 Fib 2019",
    "soon",
    "",
    "3 Feb 4, 2019",
    "23/24/2019",
  ])("%s is none", (text) => {
    expect(read(text)).toBe("none");
  });

  it("could be two days where both are days and they are not the same", () => {
    expect(readWrittenDay("3/2/2019")).toEqual({ kind: "ambiguous", either: ["2019-02-03", "2019-03-02"] });
  });

  it("written in any of the forms is the same day, and every answer is a day of the calendar", () => {
    const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"];
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const iso = `${year}-${`${month}`.padStart(2, "0")}-${`${day}`.padStart(2, "0")}`;
          const name = months[month - 1] ?? "";
          const forms = [
            iso,
            `${day} ${name} ${year}`,
            `${day} ${name.slice(0, 3)} ${year}`,
            `${name} ${day}, ${year}`,
            `${day}.${month}.${year}`,
          ];
          expect(forms.map(read)).toEqual(forms.map(() => (isDate(iso) ? iso : "none")));
        },
      ),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9./ -]{0,12}$/), (text) => {
        const found = readWrittenDay(text);
        if (found.kind === "day") expect([text, isDate(found.date)]).toEqual([text, true]);
      }),
    );
  });
});
