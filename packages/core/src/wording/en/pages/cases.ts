// English text of the workbench's first page, which lists the cases in the folder and begins new ones.
import { counted } from "../numbers.js";

export const cases = {
  heading: "Cases",
  lead: "Are we giving too much and getting too little, and will what we sign hold?",
  none: "There is no case in this folder yet. Begin one below.",
  toMend: (problems: number) => `${counted(problems, "problem")} to mend`,
  asOf: (day: string | null) => `as of ${day ?? "no day"}`,
  newCase: "A new case, by the name of its folder",
  idForm: "Letters, digits, - and _",
  make: "Make it",
};
