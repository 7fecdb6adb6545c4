// Figures on what inspections see.
// Sources: stand with each figure. Where a formula was published without figures, they were computed twice for this project,
// by the closed form and by another way (exact fractions, linear programme or all cases).
// Licence: facts, and figures of this project's own.

// How many of some items to draw so that one falsified item at least is among them. Exact: by the hypergeometric
// distribution. The other two: the approximation that the International Atomic Energy Agency uses, ⌈N(1 − β^(1/d))⌉, and
// the one that counts on the middle of what is left, ⌈(1 − β^(1/d))(N − (d − 1)/2)⌉.
// `20 5: 3/3/3 7/8/7 9/10/9`: of 20 items 5 are falsified; exact, IAEA's and improved size for 50, 90 and 95 %.
const SAMPLE_SIZES = `
20 1: 10/10/10 18/18/18 19/19/19
20 2: 6/6/6 14/14/14 16/16/16
20 5: 3/3/3 7/8/7 9/10/9
20 10: 1/2/2 4/5/4 4/6/5
20 20: 1/1/1 1/3/2 1/3/2
50 1: 25/25/25 45/45/45 48/48/48
50 2: 15/15/15 34/35/34 39/39/39
50 5: 7/7/7 18/19/18 22/23/22
50 10: 4/4/4 10/11/10 12/13/12
50 20: 2/2/2 5/6/5 6/7/6
100 1: 50/50/50 90/90/90 95/95/95
100 2: 30/30/30 69/69/69 78/78/78
100 5: 13/13/13 37/37/37 45/46/45
100 10: 7/7/7 20/21/20 25/26/25
100 20: 4/4/4 10/11/10 13/14/13
200 1: 100/100/100 180/180/180 190/190/190
200 2: 59/59/59 137/137/137 155/156/155
200 5: 26/26/26 74/74/74 90/91/90
200 10: 14/14/14 41/42/41 51/52/51
200 20: 7/7/7 21/22/21 27/28/27
500 1: 250/250/250 450/450/450 475/475/475
500 2: 147/147/147 342/342/342 388/389/388
500 5: 65/65/65 184/185/184 225/226/225
500 10: 34/34/34 102/103/102 129/130/129
500 20: 17/18/17 54/55/54 69/70/69
1000 1: 500/500/500 900/900/900 950/950/950
1000 2: 293/293/293 684/684/684 777/777/777
1000 5: 130/130/130 369/370/369 450/451/450
1000 10: 67/67/67 205/206/205 258/259/258
1000 20: 34/35/34 108/109/108 138/140/138
`;

export interface SampleSizes {
  readonly items: number;
  readonly falsified: number;
  readonly probability: number;
  readonly exact: number;
  readonly iaea: number;
  readonly improved: number;
}

const numbersIn = (text: string, mark: string): number[] => text.split(mark).map(Number);

export const sampleSizes: readonly SampleSizes[] = SAMPLE_SIZES.trim()
  .split("\n")
  .flatMap((line) => {
    const [head = "", ...sizes] = line.split(/:? (?=\d+\/)/);
    const [items = 0, falsified = 0] = numbersIn(head, " ");
    return [0.5, 0.9, 0.95].map((probability, at) => {
      const [exact = 0, iaea = 0, improved = 0] = numbersIn(sizes[at] ?? "", "/");
      return { items, falsified, probability, exact, iaea, improved };
    });
  });

/** What checks see that find a falsified item with the probability `identification`; how many see 90 %. */
export const imperfectChecks = {
  items: 100,
  falsified: 5,
  drawn: 37,
  identification: 0.8,
  detection: 0.8323378915517472,
  for90: [
    [1, 37],
    [0.8, 46],
    [0.5, 74],
  ],
} as const;

// The inspection game of Dresher, as solved by von Stengel (Mathematics of Operations Research 41, 2016; arXiv 1412.0129):
// on each of n occasions the inspector, who has m inspections, may inspect; the violator gains 1 by one violation that
// is not seen and loses b where it is. The value to the violator in exact fractions: a row for each n from 1 to 8, in it
// one for each m from 0 to n.
const GAMES: Readonly<Record<number, string>> = {
  1: `
    1 0
    1 1/3 0
    1 1/2 1/7 0
    1 3/5 3/11 1/15 0
    1 2/3 3/8 2/13 1/31 0
    1 5/7 5/11 5/21 5/57 1/63 0
    1 3/4 15/29 5/16 5/33 1/20 1/127 0
    1 7/9 21/37 35/93 35/163 7/73 7/247 1/255 0`,
  2: `
    1 0
    1 1/4 0
    1 2/5 1/13 0
    1 1/2 1/6 1/40 0
    1 4/7 1/4 2/29 1/121 0
    1 5/8 10/31 5/41 5/179 1/364 0
    1 2/3 5/13 20/113 5/87 2/181 1/1093 0
    1 7/10 7/16 35/152 35/374 7/268 7/1636 1/3280 0`,
  5: `
    1 0
    1 1/7 0
    1 1/4 1/43 0
    1 1/3 1/17 1/259 0
    1 2/5 1/10 2/155 1/1555 0
    1 5/11 1/7 1/37 1/373 1/9331 0
    1 1/2 5/27 1/22 1/149 1/1866 1/55987 0
    1 7/13 7/31 35/521 7/535 7/4477 7/67183 1/335923 0`,
};

export interface InspectionGame {
  readonly sanction: number;
  readonly occasions: number;
  readonly inspections: number;
  /** What it is worth to the violator. */
  readonly value: number;
}

const fraction = (text: string): number => {
  const [above = 0, below = 1] = numbersIn(text, "/");
  return above / below;
};

export const inspectionGames: readonly InspectionGame[] = Object.entries(GAMES).flatMap(([sanction, rows]) =>
  rows
    .trim()
    .split("\n")
    .flatMap((row, at) =>
      row
        .trim()
        .split(" ")
        .map((value, inspections) => ({
          sanction: Number(sanction),
          occasions: at + 1,
          inspections,
          value: fraction(value),
        })),
    ),
);

/** An effort of 60 over three strata against 8 points to be gained, worked by hand after Avenhaus and Canty. */
export const allocation = {
  each: [4, 2, 1],
  items: [20, 50, 200],
  effort: [3, 2, 1],
  total: 60,
  goal: 8,
  weight: 640,
  checks: [7.5, 9.375, 18.75],
  diverted: [0.75, 1.25, 2.5],
  detection: 0.5276334472589853,
} as const;

/**
 * Places under visits that are fewer than they are: what each is worth to the violator unseen and seen, and down to which
 * level the visits of `levels` hold the best of them. The game is that of Kiekintveld and others (AAMAS 2009); the ten
 * places are those of the test in github.com/SuPaSAINT/ORIGAMI. Each equals a linear programme.
 */
export const securityGames: readonly {
  readonly unseen: readonly number[];
  readonly seen: readonly number[];
  readonly levels: readonly { readonly visits: number; readonly level: number; readonly seenAt?: readonly number[] }[];
  /** The least visits at which no place is worth a violation. */
  readonly deters?: number;
}[] = [
  {
    unseen: [30, 20],
    seen: [-10, -5],
    levels: [{ visits: 1, level: 110 / 13, seenAt: [7 / 13, 6 / 13] }],
  },
  {
    unseen: [10, 8, 6, 3],
    seen: [-5, -4, -6, -2],
    levels: [
      { visits: 1, level: 25 / 7, seenAt: [3 / 7, 31 / 84, 17 / 84, 0] },
      { visits: 2, level: 1, seenAt: [3 / 5, 7 / 12, 5 / 12, 2 / 5] },
    ],
    deters: 73 / 30,
  },
  {
    unseen: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    seen: [-1, -2, -3, -4, -5, -6, -7, -8, -9, -10],
    levels: [4.730174, 2.799222, 1.555236, 0.682834, 0, -0.682834, -1, -1, -1, -1].map((level, at) => ({
      visits: at + 1,
      level,
    })),
  },
];

/** Nine looks at three places by Blackwell's index; places are counted from 1. */
export const search = {
  prior: [0.5, 0.3, 0.2],
  overlook: [0.4, 0.2, 0.5],
  cost: [1, 1.5, 0.5],
  order: [1, 3, 2, 1, 3, 3, 1, 2, 3],
  found: [0.3, 0.4, 0.64, 0.76, 0.81, 0.835],
  foundByNine: 0.9435,
  expectedCost: 2.748,
} as const;

/** What is left of a belief of 0.4 after so many looks that would have seen it with a probability of 0.6 each. */
export const absence = {
  prior: 0.4,
  seenByOne: 0.6,
  left: [
    [1, 0.2105],
    [2, 0.0964],
    [3, 0.0409],
    [5, 0.0068],
  ],
} as const;
