// Links and sessions are known by secrets of 256 random bits. The database has their hashes alone.
import { createHash, randomBytes } from "node:crypto";

/** Fit for an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** As `rooms.hash_of` makes it. */
export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret, "utf8").digest();

/** How long a link is good. */
export const INVITE_DAYS = 14;

/** How long a browser stays signed in. */
export const SESSION_DAYS = 30;
