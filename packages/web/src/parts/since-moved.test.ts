import type { Positions, Track } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { lastRound, movedSince } from "./since-moved.js";

const offers = (...dates: readonly string[]) => dates.map((date) => ({ date }));

describe("the last round", () => {
  it("began with the offer before the last, of those that are known by the day", () => {
    expect(lastRound(offers("2020-03-01", "2020-01-01", "2020-02-01"), "2020-06-30")).toBe("2020-02-01");
    expect(lastRound(offers("2020-03-01", "2020-01-01", "2020-02-01"), "2020-02-15")).toBe("2020-01-01");
  });

  it("counts two offers of one day as one, and none of which only the month is known", () => {
    expect(lastRound(offers("2020-03-01", "2020-03-01", "2020-01-01", "2020-02"), "2020-06-30")).toBe("2020-01-01");
  });

  it("is the last year where there were not two", () => {
    expect(lastRound(offers("2020-03-01"), "2020-06-30")).toBe("2019-06-30");
  });
});

describe("what moved since a day", () => {
  const track = (party: string, ...dates: readonly string[]) =>
    ({ issue: "x", party, movements: dates.map((date) => ({ date })) }) as unknown as Track;
  const first = (party: string) => ({ issue: "x", party, date: "2020-02-01" }) as Positions["first"][number];

  it("is what is later than it, and all where no day is given", () => {
    const tracks = [track("a", "2020-01-01", "2020-02-01", "2020-03-01")];
    const datesSince = (since: string | null) =>
      movedSince({ tracks, first: [], since }).after.map(({ movement }) => movement.date);
    expect(datesSince("2020-02-01")).toEqual(["2020-03-01"]);
    expect(datesSince(null)).toHaveLength(3);
  });

  it("tells of a first position only where it does not tell already that it moved", () => {
    const found = movedSince({
      tracks: [track("a", "2020-03-01")],
      first: [first("a"), first("b")],
      since: "2020-01-01",
    });
    expect(found.news.map(({ party }) => party)).toEqual(["b"]);
  });
});
