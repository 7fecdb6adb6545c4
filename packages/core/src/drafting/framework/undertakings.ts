// What each side undertakes, in an article of its own.
import { capital, partyNamed, verb } from "../../wording/index.js";
import { clause, type DraftPart } from "../document.js";
import { commitmentClause } from "./commitment-clause.js";
import { type Frame, inCase, type Undertaking } from "./frame.js";
import { obligationClause } from "./obligation-clause.js";

export function undertakingArticle(
  frame: Frame,
  article: number,
  { party, name, commitments, obligations }: Undertaking,
): DraftPart {
  const does = verb(partyNamed(frame.negotiation, party), "undertakes");
  const place = frame.negotiation.parties.findIndex(({ id }) => id === party);
  return {
    id: `undertaking:${party}`,
    label: `Article ${article}`,
    title: `What ${name} ${does}`,
    blocks: [
      clause(`undertaking:${party}:opening`, `${capital(name)} ${does} the following.`, {
        from: [inCase("parties", place, party)],
      }),
      ...commitments.map(({ one, place: at }) => commitmentClause(frame, one, at)),
      ...obligations.map(({ one, place: at }) => obligationClause(frame, one, at)),
    ],
  };
}
