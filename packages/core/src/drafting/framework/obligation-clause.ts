// One thing that must be kept: within which limit, from when to when, seen how, and who says that it is none.

import { dueDayOf, PROOFS, periodText } from "../../case/index.js";
import { capital, partyName, partyNamed, verb } from "../../wording/index.js";
import { blank, type Clause, clause, type Flag, type TextPiece } from "../document.js";
import { isSeated } from "../promises.js";
import {
  ended,
  type Frame,
  inAgreement,
  numberOf,
  OBLIGATION,
  type Obligation,
  owedText,
  togetherText,
  wordFlags,
} from "./frame.js";
import { isDated, normText, topicOf } from "./norm-text.js";

export function obligationClause(frame: Frame, one: Obligation, place: number): Clause {
  const { negotiation } = frame;
  const origin = (...more: string[]) => inAgreement("obligations", place, one.id, ...more);
  const { metric } = one.norm;
  const metricAt = negotiation.metrics.findIndex(({ id }) => id === metric);
  const name = negotiation.metrics[metricAt]?.name ?? metric;
  const disputes = one.contested.filter(({ by }) => isSeated(negotiation, by));
  const contested = disputes.map(({ by, text }) => ({ by, name: partyName(negotiation, by), text }));
  const when = whenOf(one, place);
  return clause(
    `${OBLIGATION}:${one.id}`,
    [
      ...(contested.length > 0
        ? [
            {
              id: `${OBLIGATION}:${one.id}:contested`,
              asks: one.text,
              // Nobody on record says the text itself: it stands without a name beside what is said against it.
              alternatives: [{ by: null, name: null, text: one.text }, ...contested],
              fill: null,
            },
            ".",
          ]
        : [ended(one.text)]),
      ...owedText(frame, one.to, "It is owed to"),
      ...togetherText(frame, one.by, "owed"),
      ...normText(frame, one.norm, name).map((text) => ` ${text}`),
      ...when.pieces,
      ...(one.extendable ? [" The Parties may agree that it lasts longer."] : []),
      ...(name === null
        ? [" It is verified by ", blank(`${OBLIGATION}:${one.id}:metric`, "how the others would know", null, null), "."]
        : [
            ` What is looked at: ${name}. A figure counts where it is ${proofText(one)}, and no older than ${periodText(one.inspect)}.`,
          ]),
      ...(one.article === null ? [] : [` (On record as ${one.article}.)`]),
    ],
    {
      number: numberOf(frame, OBLIGATION, one.id),
      from: [
        origin(),
        ...(metricAt < 0 ? [] : [inAgreement("metrics", metricAt, metric ?? "")]),
        ...(contested.length > 0 ? [origin("contested")] : []),
      ],
      flags: [
        ...contested.map(
          ({ by, name: who, text }): Flag => ({
            kind: "contested",
            text: `${capital(who)} ${verb(partyNamed(negotiation, by), "says")}: ${ended(text)}`,
          }),
        ),
        ...when.flags,
        ...(name === null
          ? [{ kind: "unverifiable", text: "No figure is named that would show whether it is done." } as Flag]
          : []),
        ...wordFlags(frame, one.id, one.terms),
      ],
      topic: topicOf(one, one.norm),
    },
  );
}

/** From when to when it binds, whatever it asks. */
function whenOf(
  one: Obligation,
  place: number,
): { readonly pieces: readonly TextPiece[]; readonly flags: readonly Flag[] } {
  const { from, until, conditional, norm, id } = one;
  const at = inAgreement("obligations", place, id, "from");
  if (conditional)
    return {
      pieces: [
        ` It binds once it is activated${from === null ? "" : `, from ${from} at the earliest`}${until === null ? "" : `, and to ${until}`}.`,
      ],
      flags: [{ kind: "missing", text: "What activates it is not on record." }],
    };
  const day = dueDayOf(one);
  const clash: Flag[] =
    from !== null && day !== null && day < from
      ? [{ kind: "limits", text: `It is due on ${day}, before the day from which it binds, ${from}.` }]
      : until !== null && day !== null && day > until
        ? [{ kind: "limits", text: `It is due on ${day}, after the last day on which it binds, ${until}.` }]
        : [];
  if (from === null && isDated(norm)) return { pieces: until === null ? [] : [` It binds to ${until}.`], flags: clash };
  return {
    pieces: [
      " It binds from ",
      from ?? blank(`${OBLIGATION}:${id}:from`, "the day", null, { form: "date", at }),
      until === null ? "." : ` to ${until}.`,
    ],
    flags: from === null ? [{ kind: "undated", text: "It is not said from which day it binds." }] : clash,
  };
}

/** `verified`; `verified, reported or declared`: what weighs at least as much. */
export function proofText({ proof }: Obligation): string {
  const enough = PROOFS.slice(0, PROOFS.indexOf(proof) + 1);
  return enough.length === 1 ? (enough[0] ?? "") : `${enough.slice(0, -1).join(", ")} or ${enough.at(-1)}`;
}
