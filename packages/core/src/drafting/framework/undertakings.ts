// What each side undertakes, in an article of its own.
import { capital, listed, partyName, partyNamed, verb } from "../../wording/index.js";
import { clause, type DraftPart } from "../document.js";
import { commitmentClause } from "./commitment-clause.js";
import { type Frame, inCase, type Undertaking } from "./frame.js";
import { obligationClause } from "./obligation-clause.js";

export function undertakingArticle(
  frame: Frame,
  article: number,
  { parties, commitments, obligations }: Undertaking,
): DraftPart {
  const { negotiation } = frame;
  const does = verb(
    parties.map((party) => partyNamed(negotiation, party)),
    "undertakes",
  );
  const name = listed(parties.map((party) => partyName(negotiation, party)));
  const together = parties.length > 1 ? " together" : "";
  const key = parties.join("+");
  return {
    id: `undertaking:${key}`,
    label: `Article ${article}`,
    title: `What ${name} ${does}${together}`,
    blocks: [
      clause(`undertaking:${key}:opening`, `${capital(name)} ${does} the following${together}.`, {
        from: parties.map((party) =>
          inCase(
            "parties",
            negotiation.parties.findIndex(({ id }) => id === party),
            party,
          ),
        ),
      }),
      ...commitments.map(({ one, place: at }) => commitmentClause(frame, one, at)),
      ...obligations.map(({ one, place: at }) => obligationClause(frame, one, at)),
    ],
  };
}
