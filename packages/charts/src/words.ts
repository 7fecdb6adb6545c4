// Gives React components the wording of the language in which the page around them is written.
import { type Wording, wordingIn } from "@parley/core/internal";
import { createContext, useContext } from "react";

const Spoken = createContext<Wording>(wordingIn("en"));

/** The language in which everything inside it is said. */
export const SpokenIn = Spoken.Provider;

/** The words of the language in which this part of the page is said. */
export const useWords = (): Wording => useContext(Spoken);
