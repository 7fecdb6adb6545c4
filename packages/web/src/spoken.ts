// The language of these pages, for what is said outside of them: by the server's client, by workers.
import { type Language, wordingIn } from "@parley/core";

const LANGUAGE: Language = "en";

export const spoken = wordingIn(LANGUAGE);
