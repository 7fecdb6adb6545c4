// How a framework begins: who, toward what, and what the words mean.

import type { Case } from "../../case/index.js";
import type { ComponentReading, TermReading } from "../../evidence/index.js";
import { openParts } from "../../evidence/index.js";
import { capital, listed, partyName, partyNamed, pronoun, verb } from "../../wording/index.js";
import {
  type Alternative,
  type Clause,
  clause,
  type DocumentBlock,
  type DraftPart,
  type Flag,
  field,
  type TextPiece,
} from "../document.js";
import { COMMITMENT, type Frame, inCase, OBLIGATION, references, undertakingsOf } from "./frame.js";

const negotiating = ({ parties }: Case) => parties.filter(({ role }) => role === "negotiating");

/** The goals in the order that was agreed. */
export function preamble({ negotiation }: Frame): DraftPart {
  const { goals } = negotiation;
  const sides = negotiating(negotiation);
  const head = sides.map(({ name }) => name);
  return {
    id: "preamble",
    label: null,
    title: "Preamble",
    blocks: [
      clause("preamble:parties", `${capital(listed(head))} (“the Parties”),`, {
        from: sides.map((party) => inCase("parties", negotiation.parties.indexOf(party), party.id)),
      }),
      ...(goals.length === 0
        ? [
            clause("preamble:goals", "having set themselves no goals that are on record,", {
              from: [field("case.yaml", ["goals"], "goals")],
              flags: [{ kind: "missing", text: "No goal is on record: what the text is for is not said." }] as Flag[],
            }),
          ]
        : [
            clause("preamble:goals", "having set themselves the following goals, in this order:", {
              from: [field("case.yaml", ["goals"], "goals")],
            }),
            ...goals.map(({ id, name }, place) =>
              clause(`goal:${id}`, name, {
                number: `${place + 1}`,
                level: 1,
                from: [inCase("goals", place, id)],
              }),
            ),
          ]),
      clause("preamble:agree", "have agreed as follows.", {}),
    ],
  };
}

/** Who signs, and who stands beside it. */
export function partiesArticle(frame: Frame, article: number): DraftPart {
  const { negotiation } = frame;
  const { parties } = negotiation;
  const of = (role: string) => parties.filter((party) => party.role === role);
  const namesOf = (list: typeof parties) => list.map(({ name }) => name);
  const sentence = (
    id: string,
    number: number,
    list: typeof parties,
    text: (names: string, does: (singular: string) => string) => string,
  ) =>
    list.length === 0
      ? []
      : [
          clause(
            id,
            text(capital(listed(namesOf(list))), (singular) => verb(list, singular)),
            {
              number: `${article}.${number}`,
              from: list.map((party) => inCase("parties", parties.indexOf(party), party.id, "role")),
            },
          ),
        ];
  const signing = of("negotiating");
  const roles = 1 + ["negotiating", "mediator", "interested"].filter((role) => of(role).length > 0).length;
  // Who does not negotiate and undertakes something all the same: whether it signs is not said.
  const undertaken = undertakingsOf(negotiation);
  const bound = [...new Set(undertaken.flatMap((one) => one.parties))].filter(
    (party) => !signing.some(({ id }) => id === party),
  );
  return {
    id: "parties",
    label: `Article ${article}`,
    title: "Parties",
    blocks: [
      ...sentence("parties:signing", 1, signing, (names, does) => `${names} ${does("is")} bound by this text.`),
      ...sentence(
        "parties:mediator",
        2,
        of("mediator"),
        (names, does) => `${names} ${does("mediates")}, without being bound by the whole.`,
      ),
      ...sentence(
        "parties:interested",
        of("mediator").length > 0 ? 3 : 2,
        of("interested"),
        (names, does) => `${names} ${does("is")} kept informed, without being bound by the whole.`,
      ),
      ...bound.map((party, k) =>
        clause(
          `parties:bound:${party}`,
          [
            `${capital(partyName(negotiation, party))} ${verb(partyNamed(negotiation, party), "is")} bound by what ${pronoun(partyNamed(negotiation, party))} ${verb(partyNamed(negotiation, party), "undertakes")}: `,
            ...references(
              frame,
              undertaken
                .filter((one) => one.parties.includes(party))
                .flatMap(({ commitments, obligations }) => [
                  ...commitments.map(({ one }) => `${COMMITMENT}:${one.id}`),
                  ...obligations.map(({ one }) => `${OBLIGATION}:${one.id}`),
                ]),
            ),
            ".",
          ],
          {
            number: `${article}.${roles + k}`,
            from: [
              inCase(
                "parties",
                parties.findIndex(({ id }) => id === party),
                party,
                "role",
              ),
            ],
            flags: [{ kind: "missing", text: "It does not negotiate: whether it signs is not on record." }],
          },
        ),
      ),
    ],
  };
}

/** Agreed parts as text; open ones in square brackets with each side's wording. */
export function definitions(frame: Frame, article: number): DraftPart {
  const { negotiation } = frame;
  const blocks = negotiation.terms.flatMap((term, place): DocumentBlock[] => {
    const reading = frame.terms.find(({ id }) => id === term.id);
    if (!reading) return [];
    const number = `${article}.${place + 1}`;
    return [
      clause(`term:${term.id}`, `“${term.name}” means:`, {
        number,
        from: [inCase("terms", place, term.id)],
        flags: termFlags(reading),
      }),
      ...term.components.map((_, part) => componentClause(frame, reading, place, part, `${number} (${letter(part)})`)),
    ];
  });
  return {
    id: "definitions",
    label: `Article ${article}`,
    title: "Definitions",
    blocks:
      blocks.length > 0
        ? blocks
        : [
            clause("definitions:none", "No word of this text has a meaning of its own.", {
              number: `${article}.1`,
              from: [field("case.yaml", ["terms"], "terms")],
            }),
          ],
  };
}

/** a, b, … z, aa, ab, … */
const letter = (place: number): string =>
  (place >= 26 ? letter(Math.floor(place / 26) - 1) : "") + String.fromCharCode(97 + (place % 26));

function termFlags(term: TermReading): Flag[] {
  if (openParts(term) === 0) return [];
  const { name, sentence } = term;
  return [
    { kind: "contested", text: `${sentence} Whoever signs the bare word “${name}” signs it in its own meaning.` },
  ];
}

function componentClause(
  { negotiation }: Frame,
  reading: TermReading,
  place: number,
  part: number,
  number: string,
): Clause {
  const term = negotiation.terms[place];
  const component = term?.components[part];
  const found = reading.components.find(({ id }) => id === component?.id);
  if (!term || !component || !found) throw new Error(`no component ${part} of term ${place}`);
  const id = `term:${term.id}:${component.id}`;
  const sides = negotiating(negotiation);
  const alternatives = sides.map(({ id: party, name }): Alternative => {
    const own = term.readings.find((one) => one.party === party);
    const said = found.said[party] ?? "unsaid";
    const wording = own?.wording.get(component.id) ?? component.text;
    return { by: party, name, text: said === "in" ? wording : said === "out" ? "" : null };
  });
  const wordings = new Set(alternatives.map(({ text }) => text));
  const settled = found.class === "agreed" && wordings.size === 1;
  const pieces: TextPiece[] =
    found.class === "rejected"
      ? [`not: ${component.text}`]
      : settled
        ? [alternatives[0]?.text ?? component.text]
        : [
            {
              id,
              asks: component.text,
              alternatives,
              fill: { form: "component", term: term.id, component: component.id },
            },
          ];
  return clause(id, pieces, {
    number,
    level: 1,
    from: [
      field("case.yaml", ["terms", place, "components", part], `terms › ${term.id} › components › ${component.id}`),
      ...term.readings.flatMap(({ in: taken, out, party }, at) =>
        [...taken, ...out].includes(component.id)
          ? [field("case.yaml", ["terms", place, "readings", at], `terms › ${term.id} › readings › ${party}`)]
          : [],
      ),
    ],
    flags: flagsOf(found, settled),
    topic: { kind: "component", said: found.said },
  });
}

function flagsOf({ class: kind, asks }: ComponentReading, settled: boolean): Flag[] {
  const uncovered: Flag[] =
    asks === null && kind !== "rejected"
      ? [{ kind: "missing", text: "No issue of the case covers it, so nothing that is promised delivers it." }]
      : [];
  if (kind === "agreed" && !settled)
    return [{ kind: "contested", text: "All read it so; the wording is open." }, ...uncovered];
  // Who reads it in and who does not stands in the bracket itself.
  return kind === "unsaid" ? [{ kind, text: "Nobody has said whether it is meant." }, ...uncovered] : uncovered;
}
