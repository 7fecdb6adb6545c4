// Where the names of marks stand: beside their marks, inside the picture, and never across one another or another mark.
import { cutLines, LINE, round, widthOf } from "./marks.js";

export interface Named {
  readonly key: string;
  /** Where the mark is, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

export interface Label {
  readonly key: string;
  readonly lines: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half of a mark, with some air. */
const MARK = 8;
const ANGLES = [0, 45, 315, 90, 270, 135, 225, 180];
const DISTANCES = [14, 24, 36, 50, 68, 90, 116, 150];
/** A name takes two lines at most. */
const MOST_LINES = 2;

/** The mark of a name, as labels keep clear of it. */
export const markBox = ({ x, y }: Pick<Named, "x" | "y">): Box => ({
  left: x - MARK,
  right: x + MARK,
  top: y - MARK,
  bottom: y + MARK,
});

/** The path from a mark to the nearest place of its label. */
export const leader = ({ x, y }: Pick<Named, "x" | "y">, { left, top, width, height }: Label): string =>
  `M${round(x)},${round(y)}L${round(Math.max(left, Math.min(x, left + width)))},${round(Math.max(top, Math.min(y, top + height)))}`;

/** Whether two boxes share any ground. */
export const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const boxOf = ({ left, top, width, height }: Label): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
});

/**
 * The names that find a place, the first ones first: near their marks, within the frame, clear of all marks, of what is
 * taken already, and of each other. A name without a place is left out: the figures behind the picture have it.
 * O(names² · places), places being 64.
 */
export function placeLabels(named: readonly Named[], frame: Box, taken: readonly Box[] = []): Label[] {
  const marks = named.map(markBox);
  const placed: Label[] = [];
  const most = Math.min(180, (frame.right - frame.left) / 2.4);
  for (const one of named) {
    const lines = cutLines(one.name, most, MOST_LINES);
    const [width, height] = [Math.max(...lines.map(widthOf)), LINE * lines.length];
    const found = spotsAround(one, width, height).find((spot) => {
      const box = boxOf({ ...spot, key: one.key, lines, width, height });
      const inside =
        box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      return inside && ![...marks, ...taken, ...placed.map(boxOf)].some((other) => meet(box, other));
    });
    if (found) placed.push({ key: one.key, lines, width, height, ...found });
  }
  return placed;
}

/** Upper left corners of a label around its mark, the nearest first. */
const spotsAround = ({ x, y }: Named, width: number, height: number): { left: number; top: number }[] =>
  DISTANCES.flatMap((far) =>
    ANGLES.map((angle) => {
      const [across, down] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      return { left: x + across * (far + width / 2) - width / 2, top: y - down * (far + height / 2 - 6) - height / 2 };
    }),
  );
