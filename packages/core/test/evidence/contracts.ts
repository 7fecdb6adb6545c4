// Sources: Itex and Cypress is Gregory Kersten's case for the Inspire system; CameraB is a scenario of the Automated
// Negotiating Agents Competition. Both as programs of the field (GENIUS) have them.
// Licence: facts; none of the files of those programs is here.
// Taken: issues, options, weights and evaluations. The frontier and the solutions were found by listing all packages.

export interface Contract {
  readonly title: string;
  readonly parties: readonly [string, string];
  /** Weights and evaluations, of the first party and the second: a package is worth Σ weight × evaluation ÷ the highest of its issue. */
  readonly issues: readonly {
    readonly name: string;
    readonly options: readonly string[];
    readonly weights: readonly [number, number];
    readonly evaluations: readonly [readonly number[], readonly number[]];
  }[];
  readonly packages: number;
  /** Packages on the frontier, of different values. */
  readonly frontier: number;
  /** The values of its ends: the first party's best package, and the second's. */
  readonly ends: readonly (readonly number[])[];
  /** The one package that is both the Nash and the Kalai–Smorodinsky solution. */
  readonly solution: { readonly values: readonly number[]; readonly options: readonly string[] };
}

export const itexCypress: Contract = {
  title: "Itex and Cypress",
  parties: ["Itex", "Cypress"],
  issues: [
    {
      name: "Price",
      options: ["$4.37", "$4.12", "$3.98", "$3.71", "$3.47"],
      weights: [0.28812635027374, 0.4700166576535899],
      evaluations: [
        [30, 20, 10, 5, 1],
        [1, 10, 25, 33, 40],
      ],
    },
    {
      name: "Delivery",
      options: ["60 days", "45 days", "30 days", "20 days"],
      weights: [0.1915290482981283, 0.1220816713696379],
      evaluations: [
        [1, 20, 10, 5],
        [1, 10, 19, 25],
      ],
    },
    {
      name: "Payment",
      options: ["Upon delivery", "30 days after delivery", "60 days after delivery"],
      weights: [0.24212575877553694, 0.17727008190772825],
      evaluations: [
        [10, 25, 1],
        [15, 6, 1],
      ],
    },
    {
      name: "Returns",
      options: ["Full price", "5% spoilage allowed", "10% spoilage allowed"],
      weights: [0.2782188426525948, 0.2306315890690439],
      evaluations: [
        [1, 30, 5],
        [20, 7, 1],
      ],
    },
  ],
  packages: 180,
  frontier: 18,
  ends: [
    [1, 0.212212],
    [0.163611, 1],
  ],
  solution: {
    values: [0.721478, 0.670478],
    options: ["$3.47", "45 days", "30 days after delivery", "5% spoilage allowed"],
  },
};

const cameraB: Contract = {
  title: "CameraB",
  parties: ["a", "b"],
  issues: [
    {
      name: "Maker",
      options: ["Canon", "Nikon", "Pentax", "Sony", "Panasonic"],
      weights: [0.34, 0.07],
      evaluations: [
        [320, 300, 10, 25, 30],
        [5, 70, 500, 300, 20],
      ],
    },
    {
      name: "Body",
      options: ["Full size", "APS-C", "Micro Four Thirds", "compact"],
      weights: [0.06, 0.09],
      evaluations: [
        [150, 50, 20, 10],
        [30, 315, 120, 10],
      ],
    },
    {
      name: "Lens",
      options: ["High end model", "Middle range model", "Entry model"],
      weights: [0.13, 0.34],
      evaluations: [
        [350, 100, 30],
        [250, 125, 10],
      ],
    },
    {
      name: "Tripod",
      options: ["GITZO", "Manfrotto", "Induro"],
      weights: [0.09, 0.26],
      evaluations: [
        [525, 250, 25],
        [50, 160, 20],
      ],
    },
    {
      name: "Bag",
      options: ["Domke", "Lowepro", "Tamrac", "National Geographic", "Artizan and Artist"],
      weights: [0.11, 0.17],
      evaluations: [
        [340, 55, 35, 45, 15],
        [20, 100, 10, 30, 40],
      ],
    },
    {
      name: "Accessory",
      options: ["Electronic Flash", "Battery Grip", "Memory", "Strap"],
      weights: [0.27, 0.07],
      evaluations: [
        [40, 220, 10, 5],
        [35, 15, 20, 5],
      ],
    },
  ],
  packages: 3600,
  frontier: 16,
  ends: [
    [1, 0.494521],
    [0.270367, 1],
  ],
  solution: {
    values: [0.820651, 0.8907],
    options: ["Canon", "APS-C", "High end model", "Manfrotto", "Lowepro", "Battery Grip"],
  },
};

export const contracts: readonly Contract[] = [itexCypress, cameraB];
