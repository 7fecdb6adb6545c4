import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, fileAddress, pageAddress, viewsFrom, viewsText } from "./addresses.js";

const text = (params: URLSearchParams): string => params.toString();

describe("an address", () => {
  it("takes what is set, loses what is set to null, and keeps the rest", () => {
    const before = new URLSearchParams("a=1&b=2&c=3");
    expect(text(changed(before, { b: null, c: "4", d: "5" }))).toBe("a=1&c=4&d=5");
    expect(text(before)).toBe("a=1&b=2&c=3");
  });

  it("of another page keeps the day, the reader and the views, and nothing of this page", () => {
    const now = new URLSearchParams("as-of=2020-01-01&reader=a&view=a%3Ab&offer=first&p=x%3Ay");
    expect(pageAddress("talks", now, "terms")).toBe("/c/talks/terms?as-of=2020-01-01&reader=a&view=a%3Ab");
    expect(pageAddress("talks", now, "terms", { term: "t" })).toMatch(/&term=t$/);
  });

  it("has no question mark where there is nothing to say, and is safe whatever the case is called", () => {
    expect(pageAddress("talks", new URLSearchParams(), "terms")).toBe("/c/talks/terms");
    expect(pageAddress("of/us?", new URLSearchParams(), "terms")).toBe("/c/of%2Fus%3F/terms");
  });
});

describe("the address of a file that is written for a view", () => {
  const view = { id: "talks", reader: "a", options: { asOf: "2020-01-01", views: { a: "b", c: "d" } } };

  it("says for whom, of which day and in whose views, and what the file goes by beside", () => {
    expect(fileAddress(view, "roadmap/ics", { as: "tasks" })).toBe(
      "/api/cases/talks/roadmap/ics?reader=a&asOf=2020-01-01&view=a%3Ab%2Cc%3Ad&as=tasks",
    );
  });

  it("leaves out what is not said", () => {
    const plain = { id: "talks", reader: null, options: {} };
    expect(fileAddress(plain, "report", { as: null })).toBe("/api/cases/talks/report?");
  });
});

describe("views in an address", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);

  it("are read as they were written", () => {
    fc.assert(
      fc.property(fc.dictionary(name, name, { minKeys: 1 }), (views) => {
        expect(viewsFrom(viewsText(views))).toEqual({ ...views });
      }),
    );
  });

  it("are none where none is said, and a half of a pair is no view", () => {
    expect(viewsText({})).toBeNull();
    expect(viewsFrom(null)).toBeNull();
    expect(viewsFrom("a,b:,:c,d:e")).toEqual({ d: "e" });
  });
});
