// English text of the workbench page on terms whose meaning the parties dispute.
import { rich } from "../../rich.js";

export const termsPage = {
  none: "No word is defined whose meaning is disputed",
  whatItTakes: "A term has parts, and each party’s reading puts them in or out.",
  add: "Add a term",
  heading: "What they mean by the words",
  order: rich(
    { term: "contested", text: "Contested" },
    " parts stand on top, then ",
    { term: "claimed", text: "claimed" },
    " ones: whatever hangs on them is signed by each side in its own meaning.",
  ),
};
