// English text of the picture of how styles spread where what does better is copied, and of its table.
import { listed } from "../grammar.js";

export const stylesCopied = {
  title: "What is left when everybody copies what does better",
  description: (name: string, mine: readonly string[], theirs: readonly string[]) =>
    `From equal shares of all styles, ${name} comes to ${listed(mine)}, and the others come to ${listed(theirs)}.`,
  side: (name: string) => `${name}, in per cent`,
  others: "The others, in per cent",
  begin: "at first",
  end: "in the end",
  head: ["Side", "Style", "At first", "In the end"],
  theOthers: "The others",
  share: (value: number) => `${Math.round(100 * value)} %`,
};
