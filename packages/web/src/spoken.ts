// The language of these pages, for what is said outside of them, by the client of the server.
import { type Language, wordingIn } from "@parley/core/internal";

const LANGUAGE: Language = "en";

export const spoken = wordingIn(LANGUAGE);
