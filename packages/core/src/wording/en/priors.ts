// What is assumed of preferences about which nothing was said.

/** By the result's word for it: as an adjective, and as what it assumes. */
export const priors = {
  independent: { name: "independent", steps: "steps of any size" },
  diminishing: { name: "diminishing", steps: "diminishing steps" },
  equal: { name: "equal", steps: "equal steps" },
};

export type PriorId = keyof typeof priors;
