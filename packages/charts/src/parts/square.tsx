// A table that compares every pair of offers, showing how likely it is that a party prefers the one to the other.
import type { OfferAssessment } from "@parley/core/internal";
import type { ReactNode } from "react";
import { Scroll } from "../figure.js";
import { useWords } from "../words.js";

interface SquareProps {
  readonly party: string;
  readonly title: string;
  readonly offers: readonly OfferAssessment[];
}

/** Offer against offer, for one party: the same model on both sides. */
export function Square({ party, title, offers }: SquareProps): ReactNode {
  const words = useWords().assessment.squares;
  const columns = [
    ...new Map(
      offers.flatMap(({ id, name, paired }) => [
        [id, name] as const,
        ...paired.map((other) => [other.offer, other.name] as const),
      ]),
    ),
  ];
  return (
    <>
      <h3>{title}</h3>
      <Scroll label={words.caption(title)}>
        <table className="square">
          <thead>
            <tr>
              <th scope="col">{words.corner}</th>
              {columns.map(([id, name]) => (
                <th key={id} scope="col">
                  {words.over(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => (
              <tr key={offer.id}>
                <th scope="row">{offer.name}</th>
                {columns.map(([id]) => (
                  <Cell key={id} offer={offer} against={id} party={party} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** From which chance on a preference is marked. */
const MARKED = 0.8;

function Cell(props: { readonly offer: OfferAssessment; readonly against: string; readonly party: string }): ReactNode {
  const { offer, against, party } = props;
  const { assessment, numbers } = useWords();
  if (offer.id === against) return <td className="itself" aria-label={assessment.squares.same} />;
  const found = offer.paired.find((other) => other.offer === against);
  const chances = found?.prefers[party];
  if (!chances) return <td>–</td>;
  if ((found?.indifferent[party]?.[0] ?? 0) > 0.95) return <td>{assessment.squares.asGood}</td>;
  return <td className={chances[0] >= MARKED ? "prefers" : ""}>{numbers.drawn(chances)}</td>;
}
