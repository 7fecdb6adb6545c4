import { english } from "./en/index.js";

/**
 * All that is said in one language, by what it is about: sentences as functions of what they say, so that each language
 * orders, inflects and counts in its own way; terms with their definitions. Another language is another value of this type.
 */
export interface Wording extends English {}

type English = typeof english;

const WORDINGS = { en: english };

export type Language = keyof typeof WORDINGS;

export const wordingIn = (language: Language): Wording => WORDINGS[language];
