import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutLines, cutTo, widthOf } from "./marks.js";
import { boxOf, markBox, meet, placeLabels } from "./place-labels.js";

const frame = { left: 40, right: 680, top: 30, bottom: 480 };
const named = fc.array(
  fc.record({
    key: fc.uuid(),
    x: fc.double({ min: 45, max: 675, noNaN: true }),
    y: fc.double({ min: 35, max: 475, noNaN: true }),
    name: fc.string({ minLength: 1, maxLength: 120 }).map((text) => `A ${text}`),
  }),
  { maxLength: 14 },
);

describe("names of marks", () => {
  it("never strike through one another or another mark, nor leave the picture, however many and long they are", () => {
    fc.assert(
      fc.property(named, (marks) => {
        const labels = placeLabels(marks, frame);
        const boxes = labels.map(boxOf);
        for (const [at, box] of boxes.entries()) {
          expect(box.left >= frame.left && box.right <= frame.right).toBe(true);
          expect(box.top >= frame.top && box.bottom <= frame.bottom).toBe(true);
          for (const other of boxes.slice(at + 1)) expect(meet(box, other)).toBe(false);
          for (const mark of marks) expect(meet(box, markBox(mark))).toBe(false);
        }
      }),
    );
  });

  it("all find a place where there is room", () => {
    const apart = [100, 250, 400, 550].map((x, k) => ({ key: `${k}`, x, y: 100 + 90 * k, name: "Kimball's exchange" }));
    expect(placeLabels(apart, frame).map(({ key }) => key)).toEqual(["0", "1", "2", "3"]);
  });

  it("keep clear of what is taken", () => {
    const wall = { left: 0, right: 700, top: 0, bottom: 500 };
    expect(placeLabels([{ key: "a", x: 300, y: 200, name: "A" }], frame, [wall])).toEqual([]);
  });
});

describe("a text that is too long", () => {
  it("is cut to the width and the number of lines, with an ellipsis", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), fc.integer({ min: 60, max: 300 }), (text, width) => {
        const lines = cutLines(`x ${text}`, width, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
    expect(cutTo("short", 100)).toBe("short");
    expect(cutTo("abcdefghijklmnop", 60)).toMatch(/^abc.* …$/);
  });
});
