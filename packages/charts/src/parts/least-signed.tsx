// The least that each file of interests would still sign, party by party, with what a page adds to each.
import type { Case, LeastSigned, Names, Sanity, SanityOfParty } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useWords } from "../words.js";

interface LeastPartProps {
  readonly of: Sanity;
  readonly negotiation: Case;
  readonly names: Names;
  readonly level: 2 | 3;
  /** What stands below a package: how to answer. */
  readonly answer?: (party: SanityOfParty, least: LeastSigned) => ReactNode;
  /** What stands below all of a party's. */
  readonly foot?: (party: SanityOfParty) => ReactNode;
}

export function LeastPart({ of, negotiation, names, level, answer, foot }: LeastPartProps): ReactNode {
  const { sanity: words, names: named } = useWords();
  const Heading = `h${level}` as const;
  return (
    <>
      {of.parties.map((party) => {
        const spoken = names.spoken(party.party);
        return (
          <section key={party.party} className="least" aria-label={party.name}>
            <Heading>{named.label(names.party(party.party))}</Heading>
            {party.low ? (
              <p className="alert">{words.low(spoken, party.walkAway)}</p>
            ) : (
              <p className="note">{words.walkAway(spoken, party.walkAway)}</p>
            )}
            {party.packages.length === 0 && <p>{words.nothing(spoken)}</p>}
            {party.packages.map((least) => (
              <Least key={JSON.stringify(least.options)} {...{ party, least, negotiation, names }}>
                {answer?.(party, least)}
              </Least>
            ))}
            {foot?.(party)}
          </section>
        );
      })}
    </>
  );
}

interface LeastProps {
  readonly party: SanityOfParty;
  readonly least: LeastSigned;
  readonly negotiation: Case;
  readonly names: Names;
  readonly children: ReactNode;
}

function Least({ party, least, negotiation, names, children }: LeastProps): ReactNode {
  const { sanity: words } = useWords();
  const { toward, signs, options, confirmed } = least;
  const said = { party: names.spoken(party.party), toward: toward === null ? null : names.spoken(toward), signs };
  const moved = negotiation.issues.filter(({ id, options: all, today }) => all[today]?.id !== options[id]);
  return (
    <div className="least-package">
      <p>
        <strong>{words.signed(said)}.</strong> {words.toward(said)}
      </p>
      <ul className="plain">
        {moved.map(({ id, name }) => (
          <li key={id}>
            {name}: <strong>{names.option(id, options[id] ?? "")}</strong>
          </li>
        ))}
      </ul>
      <p className="note">
        {moved.length === 0 ? words.asToday : moved.length < negotiation.issues.length && words.rest}
      </p>
      {confirmed ? <p className="note">{words.confirmed(said.party)}</p> : <p>{words.asked}</p>}
      {children}
    </div>
  );
}
