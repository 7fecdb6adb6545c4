// What happens where it is not kept: who may do what, after how long, and what is taken back.

import { isNone, type Power, periodText } from "../../case/index.js";
import { capital, listed, partyName } from "../../wording/index.js";
import { blank, clause, type DraftPart, type Flag, field, type TextPiece } from "../document.js";
import { isSeated, type Placed, promisesOf } from "../promises.js";
import { article, numbered, textClause } from "./article.js";
import { COMMITMENT, type Frame, inAgreement, OBLIGATION, references } from "./frame.js";

export function disputesArticle(frame: Frame, number: number): DraftPart {
  const { negotiation } = frame;
  const { framework } = negotiation;
  const duties = (ids: readonly string[]) =>
    references(
      frame,
      ids.map((id) => (frame.numbers.has(`${OBLIGATION}:${id}`) ? `${OBLIGATION}:${id}` : `${COMMITMENT}:${id}`)),
    );
  const powersText = powersIn(frame).map(
    ({ one: { id, by, against, text, article: on, after, needsBreach, stages, suspends, terminates }, place }) => {
      const who = by.map((one) => partyName(negotiation, one));
      const seated = negotiation.parties.filter((party) => party.role === "negotiating" && !by.includes(party.id));
      const whose =
        against === null ? listed(seated.map(({ name }) => name)) || "the others" : partyName(negotiation, against);
      const flags: Flag[] =
        stages.length === 0 ? [{ kind: "undated", text: "It has no stages: nothing says how long it takes." }] : [];
      return clause(
        `power:${id}`,
        [
          `${capital(listed(who))} may invoke${against !== null && after.length > 0 ? ` against ${partyName(negotiation, against)}` : ""}: ${text.replace(/[.]$/, "")}${on ? ` (on record as ${on})` : ""}`,
          ...(needsBreach
            ? [
                ", where ",
                ...(after.length === 0
                  ? [`any obligation of ${whose}`]
                  : [after.length > 1 ? "one of " : "", ...duties(after)]),
                " is broken.",
              ]
            : [", at any time and without a breach."]),
          ...(stages.length > 0
            ? [
                ` Once invoked it runs through ${listed(stages.map(({ name, takes, extendable }) => `${name} (${isNone(takes) ? "at once" : periodText(takes)}${extendable ? ", longer by consensus" : ""})`))}.`,
              ]
            : []),
          ...(suspends.length > 0 ? [" Once exerted it suspends ", ...duties(suspends), "."] : []),
          ...(terminates.length > 0 ? [" It ends ", ...duties(terminates), "."] : []),
        ],
        { from: [inAgreement("powers", place, id)], flags },
      );
    },
  );
  const back = promisesOf(negotiation).commitments.filter(({ one }) => one.reversible > 0);
  return article(
    "disputes",
    number,
    "Disputes, suspension and snap-back",
    numbered(number, [
      textClause(
        framework,
        "disputes",
        "Where the Parties read this text differently, they settle it so: ",
        "how, and by whom",
      ),
      ...(powersText.length > 0
        ? powersText
        : [
            clause(
              "powers:none",
              [
                "Where one side does not deliver, the other may ",
                blank("powers:which", "what it may suspend, after how long", null, null),
                ".",
              ],
              {
                from: [field("agreement.yaml", ["powers"], "powers")],
                flags: [
                  {
                    kind: "missing",
                    text: "No power is on record: what a side may do where the other does not deliver is open.",
                  },
                ],
              },
            ),
          ]),
      ...(back.length > 0
        ? [
            clause(
              "powers:back",
              [
                "Taken back when the rest is called off: ",
                ...sharesText(
                  frame,
                  back.map(({ one }) => one),
                ),
                ". The rest stays done.",
              ],
              { from: back.map(({ one, place }) => inAgreement("commitments", place, one.id, "reversible")) },
            ),
          ]
        : []),
    ]),
  );
}

/** What the parties of the day may do about what is a clause of this text; what nobody of them could do is left out. */
function powersIn({ negotiation, numbers }: Frame): Placed<Power>[] {
  const seated = (id: string) => isSeated(negotiation, id);
  const duties = (ids: readonly string[]) =>
    ids.filter((id) => numbers.has(`${OBLIGATION}:${id}`) || numbers.has(`${COMMITMENT}:${id}`));
  return negotiation.powers.flatMap((power, place) => {
    const after = duties(power.after);
    const by = power.by.filter(seated);
    const idle = power.after.length > 0 && after.length === 0;
    if (by.length === 0 || idle || (power.against !== null && !seated(power.against))) return [];
    const { suspends, terminates } = power;
    return [{ one: { ...power, by, after, suspends: duties(suspends), terminates: duties(terminates) }, place }];
  });
}

/** `50 % of 3.4 and 4.1; all of 3.5` */
function sharesText(frame: Frame, back: Frame["negotiation"]["commitments"]): TextPiece[] {
  const shares = [...new Set(back.map(({ reversible }) => reversible))].sort((a, b) => b - a);
  return shares.flatMap((share, k): TextPiece[] => [
    `${k === 0 ? "" : "; "}${share === 1 ? "all" : `${Math.round(100 * share)} %`} of `,
    ...references(
      frame,
      back.filter(({ reversible }) => reversible === share).map(({ id }) => `${COMMITMENT}:${id}`),
    ),
  ]);
}
