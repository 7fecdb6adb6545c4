// English text of the picture of how styles spread where what does better is copied, and of its table.
import { listed } from "../grammar.js";

export const stylesCopied = {
  title: "Where it leads when everybody copies what does better",
  description: (
    name: string,
    mine: readonly string[],
    theirs: readonly string[],
    course: "rests" | "moves" | "turns",
  ) =>
    course !== "turns"
      ? `From equal shares of all styles, ${name} ${course === "rests" ? "comes" : "moves slowly"} to ${listed(mine)}, and the others to ${listed(theirs)}.`
      : `From equal shares of all styles it comes to no rest: ${name} goes round among ${listed(mine)}, and the others among ${listed(theirs)}.`,
  side: (name: string) => `${name}, in per cent`,
  others: "The others, in per cent",
  begin: "at first",
  end: "in the end",
  head: ["Side", "Style", "At first", "In the end"],
  theOthers: "The others",
  share: (value: number) => `${Math.round(100 * value)} %`,
};
