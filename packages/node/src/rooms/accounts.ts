// Signing in again with an account of an organisation: what the organisation has confirmed is tied to a seat, or lets it in.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { SeatDatabase } from "../database/index.js";
import { hashOf, newSecret, SESSION_DAYS } from "./secrets.js";

/** Somebody whom an organisation knows: its issuer, and the name it has for them there, which never means anybody else. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
  /** The organisation's name, for people. */
  readonly provider: string;
}

type Enter = <T>(token: string, work: (seat: SeatDatabase) => Promise<T>) => Promise<T>;

const digestOf = ({ issuer, subject }: Account): Buffer =>
  createHash("sha256")
    .update(JSON.stringify([issuer, subject]))
    .digest();

export const accountsOver = (enter: Enter) => ({
  /**
   * Begins to sign in. Where the token is that of a seat of the room, the account is tied to that seat afterwards.
   * @returns a secret that is good once, for five minutes
   */
  accountAsked: async (token: string, room: string): Promise<string> => {
    const challenge = newSecret();
    await enter(token, (seat) => sql`select rooms.new_challenge(${room}, ${hashOf(challenge)})`.execute(seat));
    return challenge;
  },

  /** Ends what `accountAsked` began. @returns the token of a new session; null where the account was tied to a seat */
  accountCame: async (room: string, account: Account, challenge: string): Promise<string | null> => {
    const token = newSecret();
    const { rows } = await enter("", (seat) =>
      sql<{
        entered: boolean;
      }>`select rooms.account_came(${room}, ${digestOf(account)}, ${account.provider}, ${challenge},
        ${hashOf(token)}, ${SESSION_DAYS}) as entered`.execute(seat),
    );
    return rows[0]?.entered ? token : null;
  },

  removeAccount: async (token: string, id: string): Promise<void> => {
    await enter(token, (seat) => sql`select rooms.remove_account(${id})`.execute(seat));
  },
});
