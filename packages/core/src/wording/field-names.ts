// What every field of a case is called, by language: apart from the other words, since only forms show it.
import { fieldNames } from "./en/fields.js";
import type { Language } from "./language.js";

const NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: fieldNames };

/** Names of fields, by their own name or by that of their list and theirs (`list.name`). */
export const fieldNamesIn = (language: Language): Readonly<Record<string, string>> => NAMES[language];
