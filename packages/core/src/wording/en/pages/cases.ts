// English text of the workbench's first page, which lists the cases in the folder and begins new ones.
import { counted } from "../numbers.js";

export const cases = {
  heading: "Cases",
  lead: "Are we giving too much and getting too little, and will what we sign hold?",
  none: "There is no case in this folder yet. Begin one below.",
  toMend: (problems: number) => `${counted(problems, "problem")} to mend`,
  asOf: (day: string | null) => `as of ${day ?? "no day"}`,
  make: {
    open: "New negotiation",
    title: "New negotiation",
    name: "What is it called?",
    nameHint: "Sale of the bakery, pay talks 2027 …",
    like: "What is it like?",
    blank: "Start with nothing",
    blankAbout: "Two parties and an empty table.",
    ours: "Your side",
    theirs: "The other side",
    ourSide: "Our side",
    otherSide: "The other side",
    begin: "Begin",
  },
};
