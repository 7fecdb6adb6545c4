// Which opening and which pace do best against what the others may be: worked out by the server when it is asked for.
import { Points, stylesAgainstStyles, stylesCopied, useWords } from "@parley/charts";
import type { Tournament } from "@parley/core/rehearsal";
import { type ReactNode, useState } from "react";
import type { CaseView } from "../case-view.js";
import { useJob } from "../jobs.js";
import { Picture } from "./picture.js";
import { Working } from "./waiting.js";

interface PractiseOpeningsProps {
  readonly view: CaseView;
  readonly party: string;
}

export function PractiseOpenings({ view, party }: PractiseOpeningsProps): ReactNode {
  const words = useWords().pages.practise.openings;
  const [wanted, setWanted] = useState(false);
  return (
    <section className="practise-openings">
      <h2>{words.heading}</h2>
      <p className="column">{words.about}</p>
      {wanted ? (
        <Found view={view} party={party} />
      ) : (
        <button type="button" disabled={party === ""} onClick={() => setWanted(true)}>
          {words.work}
        </button>
      )}
    </section>
  );
}

function Found({ view, party }: PractiseOpeningsProps): ReactNode {
  const { result, share, reasons } = useJob(view, "laboratory", { options: { party } });
  if (reasons.length > 0) return <p className="alert">{reasons.join(" ")}</p>;
  if (!result) return <Working share={share} />;
  if (!result.ok) return <p className="alert">{result.reasons.join(" ")}</p>;
  return <Openings view={view} found={result.value} />;
}

function Openings({ view, found }: { readonly view: CaseView; readonly found: Tournament }): ReactNode {
  const { pages, rehearsal } = useWords();
  const words = pages.practise.openings;
  const { openings } = found;
  const best = openings.filter((one) => one.best);
  const [first] = best;
  const [shares, paces] = [
    [...new Set(openings.map(({ opening }) => opening))].sort((a, b) => b - a),
    [...new Set(openings.map(({ pace }) => pace))].sort((a, b) => a - b),
  ];
  const zone = rehearsal.noZone(found.zone);
  return (
    <>
      {first && found.zone > 0 && (
        <p className="lead">
          {rehearsal.bestOpening(view.names.spoken(found.party), first.opening, first.pace, first.own, best.length > 1)}
        </p>
      )}
      {zone && <p>{zone}</p>}
      <Points items={[...found.leftOut, ...(found.limits ?? [])]} />
      <div className="scroll">
        <table>
          <caption>{words.caption(view.names.party(found.party))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.asks}</th>
              {paces.map((pace) => (
                <th key={pace} scope="col">
                  {rehearsal.pace(pace)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share}>
                <th scope="row">{rehearsal.opening(share)}</th>
                {paces.map((pace) => {
                  const one = openings.find((other) => other.opening === share && other.pace === pace);
                  if (!one) return <td key={pace} />;
                  return (
                    <td key={pace} title={words.deals(one.deals)}>
                      {one.best ? <strong>{rehearsal.ranged(one.own)}</strong> : rehearsal.ranged(one.own)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.zone > 0 && found.styles.length > 1 && (
        <>
          <Picture chart={stylesAgainstStyles} of={found} id="styles-against-styles" />
          <Picture chart={stylesCopied} of={found} id="styles-copied" />
        </>
      )}
      <p className="note column">
        {rehearsal.games(found.games, found.truths, found.rounds)} {rehearsal.points}
      </p>
    </>
  );
}
