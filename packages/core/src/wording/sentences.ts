// A lookup by language of the sentences that results use, for code that needs none of the other wording.
import { sentences } from "./en/sentences/index.js";
import type { Language } from "./language.js";

const SENTENCES: Readonly<Record<Language, typeof sentences>> = { en: sentences };

/** What results say of themselves: a part of all words, for who needs no more. */
export const sentencesIn = (language: Language): typeof sentences => SENTENCES[language];
