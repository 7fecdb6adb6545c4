/** Which flag gives a choice that an answer lacks, by the result's word for it. */
const flags = {
  day: "Give the day with --as-of DATE.",
  framework: "Keep one with parley draft --what framework --json.",
  holder: "Choose with --holder HOLDER.",
  offer: "Give the package with --package FILE.",
  view: "Choose with --view PARTY=HOLDER.",
};

export type ChoiceId = keyof typeof flags;

/** Why there is no answer, with the flag that would give one. */
export const lacking = (reason: string, choice: ChoiceId) => `${reason} ${flags[choice]}`;
