// A room as one seat sees it: what comes of the entries of the streams that it reads, in the order of each. An entry that the rules
// do not allow changes nothing, whoever wrote it. Streams depend on each other in nothing, so that they may be read in any order.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isOf, type RoomMatter } from "./matter.js";
import {
  type Confidence,
  type MediatorQuestion,
  type MoveBody,
  type RoomEntry,
  type RoomMove,
  readMove,
} from "./moves.js";
import { beginOffers, type OffersState, playOffer, type RoomPackage } from "./offers.js";
import { type Instant, noRecord, notPlayed, type Played, played, withKey } from "./play.js";
import { biddersOf, type SealedRule } from "./sealed.js";
import type { Seat } from "./seats.js";
import {
  beginText,
  isTextAgreed,
  MEDIATOR,
  playText,
  type SingleTextState,
  signedText,
  UNNAMED,
} from "./single-text.js";

export interface RoomSeat extends Seat {
  readonly name: string;
  /** Whether somebody has taken it. */
  readonly came: boolean;
  /** Whether it was taken out of the room. */
  readonly gone: boolean;
}

export interface RoomSaid {
  readonly seat: string | null;
  readonly at: Instant;
  readonly text: string;
  /** The clause or offer that it is a comment on; null for none. */
  readonly about: string | null;
}

export interface RoomSealed {
  readonly id: string;
  readonly about: string;
  readonly rule: SealedRule;
  /** By name, where packages are bid on. */
  readonly packages: Readonly<Record<string, RoomPackage>>;
  /** From 1: the one that is open, or the last. */
  readonly round: number;
  /** The last round in which the seat's own side has bid; 0 for none. */
  readonly ownRound: number;
  readonly agreed: number | string | null;
}

export interface RoomProposal {
  readonly id: string;
  readonly package: RoomPackage;
  readonly note: string;
  readonly at: Instant;
  /** Whether the seat's own side has answered. */
  readonly own: boolean;
  readonly outcome: "waiting" | "agreed" | "not-agreed";
}

export interface RoomText {
  readonly title: string;
  readonly headings: Readonly<Record<string, string>>;
  readonly state: SingleTextState;
  /** What each party that signed has signed, and who did so for it. */
  readonly signed: Readonly<
    Record<
      string,
      {
        readonly digest: string;
        readonly seat: string;
        readonly at: Instant;
        /** Of the person, at that time. */
        readonly name: string;
      }
    >
  >;
}

/** That a party gave its mediator something in confidence. What it is stands apart, and is gone when it is taken back. */
export interface RoomGiven {
  readonly id: string;
  readonly party: string;
  readonly at: Instant;
  /** The question that it answers; null for none. */
  readonly asked: string | null;
}

export interface RoomAsked {
  readonly id: string;
  readonly party: string;
  readonly at: Instant;
  readonly question: MediatorQuestion;
}

export interface RoomDraft extends Omit<MoveBody<"draft">, "note"> {
  readonly note: string;
  readonly by: string | null;
  readonly at: Instant;
  /** Of what it offers, on which condition and with which words: what is approved. SHA-256, hexadecimal. */
  readonly digest: string;
  /** Seats of the party that approve of it. */
  readonly approvedBy: readonly string[];
}

/** A search, after the settlement, for what all would rather have. */
export interface RoomSettlement {
  readonly id: string;
  readonly packages: Readonly<Record<string, RoomPackage>>;
  /** The one that is signed, by name. */
  readonly signed: string;
  /** Whether the seat's own side has said what each is worth to it. */
  readonly own: boolean;
  /** `found` is put to all as a proposal of the same name. */
  readonly outcome: "waiting" | "found" | "nothing";
}

export interface RoomState {
  readonly matter: RoomMatter;
  readonly seats: Readonly<Record<string, RoomSeat>>;
  /** How far each stream was read, by audience. */
  readonly read: Readonly<Record<string, number>>;
  readonly offers: OffersState;
  /** What the maker of an offer said with it, and who answered what with which words, by offer. */
  readonly notes: Readonly<Record<string, string>>;
  readonly sealed: Readonly<Record<string, RoomSealed>>;
  readonly proposals: Readonly<Record<string, RoomProposal>>;
  readonly settlements: Readonly<Record<string, RoomSettlement>>;
  readonly ownWeighed: Readonly<Record<string, true>>;
  /** Rounds and proposals that the seat's own side has answered, by name; written on its own stream. */
  readonly ownBids: Readonly<Record<string, number>>;
  readonly ownConsents: Readonly<Record<string, true>>;
  readonly text: RoomText | null;
  /** By audience. */
  readonly said: Readonly<Record<string, readonly RoomSaid[]>>;
  readonly given: Readonly<Record<string, RoomGiven>>;
  readonly asked: Readonly<Record<string, RoomAsked>>;
  readonly drafts: Readonly<Record<string, RoomDraft>>;
  /** Words that one's own side proposed without its name, by `ownWordingKey`. */
  readonly ownWordings: Readonly<Record<string, true>>;
  /** Links that whoever runs the database has made for seats. */
  readonly links: readonly { readonly seat: string; readonly at: Instant }[];
}

export const beginRoom = (matter: RoomMatter, seats: readonly RoomSeat[]): RoomState => ({
  matter,
  seats: seatsBy(seats),
  read: noRecord(),
  offers: beginOffers(matter.parties.map(({ id }) => id)),
  notes: noRecord(),
  sealed: noRecord(),
  proposals: noRecord(),
  settlements: noRecord(),
  ownWeighed: noRecord(),
  ownBids: noRecord(),
  ownConsents: noRecord(),
  text: null,
  said: noRecord(),
  given: noRecord(),
  asked: noRecord(),
  drafts: noRecord(),
  ownWordings: noRecord(),
  links: [],
});

/** The same room with other people at it. */
export const withSeats = (state: RoomState, seats: readonly RoomSeat[]): RoomState => ({
  ...state,
  seats: seatsBy(seats),
});

function seatsBy(seats: readonly RoomSeat[]): Readonly<Record<string, RoomSeat>> {
  return seats.reduce((so, seat) => withKey(so, seat.id, seat), noRecord<RoomSeat>());
}

/** The room after an entry. One that was read already, or that the rules do not allow, changes nothing but how far was read. */
export function hearEntry(state: RoomState, entry: RoomEntry): RoomState {
  if (entry.seq <= (state.read[entry.audience] ?? 0)) return state;
  const move = readMove(entry.kind, entry.body);
  const made = move ? playMove(state, entry, move) : notPlayed("unknown");
  const after = made.ok ? made.state : state;
  return { ...after, read: withKey(after.read, entry.audience, entry.seq) };
}

/** The room after a move, or why it is not made; what a server asks before it writes an entry. */
export function playMove(state: RoomState, entry: Omit<RoomEntry, "kind" | "body">, move: RoomMove): Played<RoomState> {
  const seat = entry.seat === null ? null : state.seats[entry.seat];
  if (seat === undefined) return notPlayed("unknown");
  const form = entry.audience.split(":", 1)[0];
  if (form === "room") return playInRoom(state, entry, seat, move);
  const party = entry.audience.slice(entry.audience.indexOf(":") + 1);
  return form === "party" ? playAmongOwn(state, entry, party, move) : playInCaucus(state, entry, party, seat, move);
}

type Entry = Omit<RoomEntry, "kind" | "body">;

const heard = (
  state: RoomState,
  { audience, seat, at }: Entry,
  { text, about = null }: { readonly text: string; readonly about?: string | null | undefined },
): Played<RoomState> =>
  played({
    ...state,
    said: withKey(state.said, audience, [...(state.said[audience] ?? []), { seat, at, text, about }]),
  });

function playInRoom(state: RoomState, entry: Entry, seat: RoomSeat | null, move: RoomMove): Played<RoomState> {
  const by = seat?.party ?? "";
  const { at } = entry;
  switch (move.kind) {
    case "came":
    case "seat":
      return played(state);
    case "link":
      // Everybody hears of it, since whoever has the link becomes that seat.
      return seat === null
        ? played({ ...state, links: [...state.links, { seat: move.body.seat, at }] })
        : notPlayed("no-party");
    case "said":
      return heard(state, entry, move.body);
    case "offer": {
      if (isSigned(state)) return notPlayed("signed");
      const { note, ...terms } = move.body;
      if (!isOf(state.matter, terms.package) || !isOf(state.matter, terms.if)) return notPlayed("unknown-option");
      const made = playOffer(state.offers, { kind: "offer", by, ...terms }, at);
      if (!made.ok) return made;
      return played({ ...state, offers: made.state, notes: note ? withKey(state.notes, terms.id, note) : state.notes });
    }
    case "answer": {
      if (isSigned(state)) return notPlayed("signed");
      const { offer, answer } = move.body;
      return withOffers(state, playOffer(state.offers, { kind: "answer", by, offer, answer }, at));
    }
    case "withdraw":
      return withOffers(state, playOffer(state.offers, { kind: "withdraw", by, offer: move.body.offer }, at));
    case "sealed":
      return playSealed(state, move.body);
    case "opened":
      return seat === null ? playOpened(state, move.body) : notPlayed("no-party");
    case "proposal": {
      const { id, package: proposed, note = "" } = move.body;
      if (state.proposals[id]) return notPlayed("name-taken");
      if (Object.keys(proposed).length === 0) return notPlayed("empty-package");
      if (!isOf(state.matter, proposed)) return notPlayed("unknown-option");
      const own = Object.hasOwn(state.ownConsents, id);
      const made: RoomProposal = { id, package: proposed, note, at, own, outcome: "waiting" };
      return played({ ...state, proposals: withKey(state.proposals, id, made) });
    }
    case "better": {
      const { id, packages, signed } = move.body;
      if (!isSigned(state)) return notPlayed("not-agreed");
      if (state.settlements[id] || state.proposals[id]) return notPlayed("name-taken");
      if (!Object.hasOwn(packages, signed) || Object.keys(packages).length < 2) return notPlayed("unknown");
      if (Object.values(packages).some((one) => !isOf(state.matter, one))) return notPlayed("unknown-option");
      const own = Object.hasOwn(state.ownWeighed, id);
      const made: RoomSettlement = { id, packages, signed, own, outcome: "waiting" };
      return played({ ...state, settlements: withKey(state.settlements, id, made) });
    }
    case "found": {
      const on = state.settlements[move.body.settlement];
      if (seat !== null || !on) return notPlayed("unknown");
      const better = move.body.package === null ? undefined : on.packages[move.body.package];
      const settlements = withKey(state.settlements, on.id, { ...on, outcome: better ? "found" : "nothing" } as const);
      if (!better) return played({ ...state, settlements });
      const own = Object.hasOwn(state.ownConsents, on.id);
      const made: RoomProposal = { id: on.id, package: better, note: "", at, own, outcome: "waiting" };
      return played({ ...state, settlements, proposals: withKey(state.proposals, on.id, made) });
    }
    case "answered": {
      const proposal = state.proposals[move.body.proposal];
      if (seat !== null || !proposal) return notPlayed("unknown");
      const outcome = move.body.agreed ? "agreed" : "not-agreed";
      return played({ ...state, proposals: withKey(state.proposals, proposal.id, { ...proposal, outcome }) });
    }
    default:
      return playOnText(state, entry, by, move);
  }
}

/** Whether all have signed the text: then the table is closed. */
const isSigned = ({ text, matter }: RoomState): boolean =>
  text !== null && matter.parties.every(({ id }) => text.signed[id] !== undefined);

const withOffers = (state: RoomState, made: Played<OffersState>): Played<RoomState> =>
  made.ok ? played({ ...state, offers: made.state }) : made;

function playSealed(state: RoomState, { id, rule, about, packages = {} }: MoveBody<"sealed">): Played<RoomState> {
  if (state.sealed[id]) return notPlayed("name-taken");
  const parties = state.matter.parties.map((one) => one.id);
  const bidders = biddersOf(rule);
  if (new Set(bidders).size < bidders.length || bidders.some((one) => !parties.includes(one)))
    return notPlayed("no-party");
  if (rule.form === "packages" && rule.packages.some((one) => !Object.hasOwn(packages, one)))
    return notPlayed("unknown");
  if (Object.values(packages).some((one) => !isOf(state.matter, one))) return notPlayed("unknown-option");
  const made: RoomSealed = { id, about, rule, packages, round: 1, ownRound: state.ownBids[id] ?? 0, agreed: null };
  return played({ ...state, sealed: withKey(state.sealed, id, made) });
}

function playOpened(state: RoomState, { sealed, round, agreed }: MoveBody<"opened">): Played<RoomState> {
  const on = state.sealed[sealed];
  if (!on) return notPlayed("unknown");
  const after = { ...on, agreed, round: agreed === null ? round + 1 : round };
  return played({ ...state, sealed: withKey(state.sealed, sealed, after) });
}

function playOnText(state: RoomState, { at, seat }: Entry, by: string, move: RoomMove): Played<RoomState> {
  const parties = state.matter.parties.map(({ id }) => id);
  if (move.kind === "text") {
    if (state.text) return notPlayed("name-taken");
    if (move.body.clauses.some(({ alternatives = [] }) => alternatives.some((one) => !parties.includes(one.by))))
      return notPlayed("no-party");
    const headings = move.body.clauses.reduce((so, { id, heading }) => withKey(so, id, heading), noRecord<string>());
    if (Object.keys(headings).length < move.body.clauses.length) return notPlayed("name-taken");
    const text = {
      title: move.body.title,
      headings,
      state: beginText(parties, move.body.clauses),
      signed: noRecord<RoomText["signed"][string]>(),
    };
    return played({ ...state, text });
  }
  if (!state.text) return notPlayed("unknown");
  const { text } = state;
  if (move.kind === "sign") {
    if (seat === null || !parties.includes(by)) return notPlayed("no-party");
    if (!isTextAgreed(text.state) || move.body.digest !== textDigest(text)) return notPlayed("not-agreed");
    if (text.signed[by]) return notPlayed("answered");
    return played({
      ...state,
      text: {
        ...text,
        signed: withKey(text.signed, by, { digest: move.body.digest, seat, at, name: move.body.name ?? "" }),
      },
    });
  }
  if (move.kind === "unsign") {
    if (isSigned(state)) return notPlayed("signed");
    if (!text.signed[by]) return notPlayed("unknown");
    const others = Object.entries(text.signed).filter(([party]) => party !== by);
    const signed = others.reduce((so, [party, one]) => withKey(so, party, one), noRecord<RoomText["signed"][string]>());
    return played({ ...state, text: { ...text, signed } });
  }
  const unnamed = move.kind === "wording" && move.body.unnamed === true;
  // Words without a name come from the room itself, and others never do.
  if (unnamed !== (seat === null)) return notPlayed("no-party");
  const mediates = by === "" && state.seats[seat ?? ""]?.role === "mediator";
  const writer = unnamed ? UNNAMED : mediates ? MEDIATOR : by;
  // What somebody has signed is not changed any more.
  if (Object.keys(text.signed).length > 0) return notPlayed("signed");
  if (move.kind === "agree-all") {
    let { state: all } = text;
    for (const [clause, wording] of Object.entries(move.body.wordings)) {
      const made = playText(all, { kind: "agree", by, clause, wording }, at);
      if (!made.ok) return made;
      all = made.state;
    }
    return played({ ...state, text: { ...text, state: all } });
  }
  if (move.kind === "clause") {
    const { id, heading, after, text: words } = move.body;
    const made = playText(text.state, { kind: "add", clause: id, after, text: words, by: writer }, at);
    if (!made.ok) return made;
    return played({ ...state, text: { ...text, headings: withKey(text.headings, id, heading), state: made.state } });
  }
  const one =
    move.kind === "wording"
      ? ({ kind: "propose", by: writer, clause: move.body.clause, text: move.body.text } as const)
      : move.kind === "agree"
        ? ({ kind: "agree", by, ...move.body } as const)
        : move.kind === "take-back"
          ? ({ kind: "take-back", by, ...move.body } as const)
          : null;
  if (!one) return notPlayed("unknown");
  const made = playText(text.state, one, at);
  return made.ok ? played({ ...state, text: { ...text, state: made.state } }) : made;
}

/** By which the text that is signed is known: SHA-256 of `signedText`, hexadecimal. */
export const textDigest = ({ title, headings, state }: Pick<RoomText, "title" | "headings" | "state">): string =>
  digestOf(signedText(title, headings, state));

const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

const sorted = (named: RoomPackage): readonly (readonly [string, string])[] =>
  Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1));

/** By which a side knows words that it proposed without its name. */
export const ownWordingKey = (clause: string, text: string): string => `${clause} ${text.trim()}`;

function playAmongOwn(state: RoomState, entry: Entry, party: string, move: RoomMove): Played<RoomState> {
  switch (move.kind) {
    case "said":
      return heard(state, entry, move.body);
    case "bid": {
      const { sealed, round } = move.body;
      const on = state.sealed[sealed];
      return played({
        ...state,
        ownBids: withKey(state.ownBids, sealed, round),
        sealed: on ? withKey(state.sealed, sealed, { ...on, ownRound: round }) : state.sealed,
      });
    }
    case "weighed": {
      const { settlement } = move.body;
      const on = state.settlements[settlement];
      return played({
        ...state,
        ownWeighed: withKey(state.ownWeighed, settlement, true),
        settlements: on ? withKey(state.settlements, settlement, { ...on, own: true }) : state.settlements,
      });
    }
    case "consent": {
      const { proposal } = move.body;
      const on = state.proposals[proposal];
      return played({
        ...state,
        ownConsents: withKey(state.ownConsents, proposal, true),
        proposals: on ? withKey(state.proposals, proposal, { ...on, own: true }) : state.proposals,
      });
    }
    case "worded": {
      const key = ownWordingKey(move.body.clause, move.body.text);
      return played({ ...state, ownWordings: withKey(state.ownWordings, key, true) });
    }
    case "draft": {
      const { note = "", ...terms } = move.body;
      if (state.drafts[terms.id]) return notPlayed("name-taken");
      if (!isOf(state.matter, terms.package) || !isOf(state.matter, terms.if)) return notPlayed("unknown-option");
      const digest = digestOf(JSON.stringify([sorted(terms.package), sorted(terms.if), note]));
      const made: RoomDraft = { ...terms, note, by: entry.seat, at: entry.at, digest, approvedBy: [] };
      return played({ ...state, drafts: withKey(state.drafts, terms.id, made) });
    }
    case "approve": {
      const draft = state.drafts[move.body.draft];
      if (!draft || entry.seat === null || state.seats[entry.seat]?.party !== party) return notPlayed("unknown");
      if (draft.digest !== move.body.digest) return notPlayed("unknown");
      if (draft.approvedBy.includes(entry.seat)) return notPlayed("answered");
      const after = { ...draft, approvedBy: [...draft.approvedBy, entry.seat] };
      return played({ ...state, drafts: withKey(state.drafts, draft.id, after) });
    }
    default:
      return notPlayed("unknown");
  }
}

function playInCaucus(
  state: RoomState,
  entry: Entry,
  party: string,
  seat: RoomSeat | null,
  move: RoomMove,
): Played<RoomState> {
  const { at } = entry;
  switch (move.kind) {
    case "said":
      return heard(state, entry, move.body);
    case "ask": {
      const { id, question } = move.body;
      if (state.asked[id]) return notPlayed("name-taken");
      if (!asksOf(state.matter, question)) return notPlayed("unknown-option");
      return played({ ...state, asked: withKey(state.asked, id, { id, party, at, question }) });
    }
    case "give": {
      const { id, asked } = move.body;
      if (seat?.party !== party) return notPlayed("no-party");
      if (state.given[id]) return notPlayed("name-taken");
      return played({ ...state, given: withKey(state.given, id, { id, party, at, asked }) });
    }
    case "revoke": {
      const given = state.given[move.body.given];
      if (seat?.party !== party || given?.party !== party) return notPlayed("unknown");
      const { [given.id]: _, ...others } = state.given;
      return played({
        ...state,
        given: Object.entries(others).reduce((so, [id, one]) => withKey(so, id, one), noRecord<RoomGiven>()),
      });
    }
    default:
      return notPlayed("unknown");
  }
}

const knowsIssues = ({ issues }: RoomMatter, named: readonly string[]): boolean =>
  new Set(named).size === named.length && named.every((one) => issues.some(({ id }) => id === one));

function asksOf(matter: RoomMatter, question: MediatorQuestion): boolean {
  if (question.what === "ranks") return knowsIssues(matter, question.issues);
  if (question.what === "would-take") return isOf(matter, question.package);
  return question.what === "note" || question.what === "least" || question.packages.every((one) => isOf(matter, one));
}

/** Whether all that a confidence names is of the matter. */
export function isConfidenceOf(matter: RoomMatter, confidence: Confidence): boolean {
  if (confidence.what === "ranks") return knowsIssues(matter, confidence.issues);
  if (confidence.what === "rather") return isOf(matter, confidence.package) && isOf(matter, confidence.than);
  return confidence.what === "note" || isOf(matter, confidence.package);
}
