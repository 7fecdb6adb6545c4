// The wording of the whole program by language, with separate types and lookups for what only commands, only the
// report or only the server say.
import { commands } from "./en/commands/index.js";
import { english } from "./en/index.js";
import { report } from "./en/report.js";
import { rooms } from "./en/rooms.js";
import { server } from "./en/server.js";
import type { Language } from "./language.js";

/**
 * All that is said in one language, by what it is about: sentences as functions of what they say, so that each language
 * orders, inflects and counts in its own way; terms with their definitions. Another language is another value of this type.
 */
export interface Wording extends English {}

type English = typeof english;

/** With what the command line alone says, which no page loads. */
export interface CommandWording extends Wording {
  readonly commands: typeof commands;
}

const WORDINGS: Readonly<Record<Language, Wording>> = { en: english };

const COMMANDS: Readonly<Record<Language, typeof commands>> = { en: commands };

export const wordingIn = (language: Language): Wording => WORDINGS[language];

export const commandWordingIn = (language: Language): CommandWording => ({
  ...wordingIn(language),
  commands: COMMANDS[language],
});

/** What the report alone says, which no page loads. */
export interface ReportWording extends EnglishReport {}

type EnglishReport = typeof report;

const REPORTS: Readonly<Record<Language, ReportWording>> = { en: report };

export const reportWordingIn = (language: Language): ReportWording => REPORTS[language];

/** What the server alone says. */
export interface ServerWording extends EnglishServer {}

type EnglishServer = typeof server;

const SERVERS: Readonly<Record<Language, ServerWording>> = { en: server };

export const serverWordingIn = (language: Language): ServerWording => SERVERS[language];

/** What rooms say, on their pages and from their server. */
export interface RoomWording extends EnglishRooms {}

type EnglishRooms = typeof rooms;

const ROOMS: Readonly<Record<Language, RoomWording>> = { en: rooms };

export const roomWordingIn = (language: Language): RoomWording => ROOMS[language];
