// A draft as it reads: the text, what is flagged in it, and beside it the fields of the case that made each clause.
import {
  type Bracket,
  bracketText,
  type Clause,
  type DraftPart,
  type Flag,
  isBracket,
  labelOf,
  type Origin,
  originText,
  type Table,
  type TextPiece,
} from "@parley/core/internal";
import type { ReactNode } from "react";
import { Scroll } from "../figure.js";
import { useWords } from "../words.js";

interface DraftTextProps {
  readonly parts: readonly DraftPart[];
  /** How a bracket is shown; in brackets unless given. */
  readonly bracket?: (bracket: Bracket) => ReactNode;
  /** How a field of the case is shown; as text unless given. */
  readonly origin?: (origin: Origin) => ReactNode;
}

/** Every part of a draft, each under its heading. */
export function DraftText({ parts, ...shown }: DraftTextProps): ReactNode {
  return (
    <div className="draft">
      {parts.map(({ id, label, title, blocks }) => (
        <section key={id} id={`part-${slug(id)}`} aria-labelledby={`head-${slug(id)}`}>
          <h2 id={`head-${slug(id)}`}>
            {label !== null && <span className="label">{label}. </span>}
            {title}
          </h2>
          {blocks.map((block) =>
            block.kind === "clause" ? (
              <ClauseText key={block.id} clause={block} {...shown} />
            ) : (
              <SheetText key={block.id} sheet={block} {...shown} />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

type Shown = Omit<DraftTextProps, "parts">;

/** What an address can hold. */
export const slug = (id: string): string => id.replaceAll(/[^A-Za-z0-9_-]/g, "-");

function ClauseText({ clause, bracket, origin }: Shown & { readonly clause: Clause }): ReactNode {
  const { id, number, level, pieces, flags, from } = clause;
  return (
    <div className={`clause level-${level}`} id={slug(id)}>
      <div className="clause-text">
        <p>
          {number !== null && <span className="number">{labelOf(clause)} </span>}
          <Pieces pieces={pieces} {...(bracket && { bracket })} />
        </p>
        {flags.map((flag) => (
          <FlagLine key={flag.text} flag={flag} />
        ))}
      </div>
      {from.length > 0 && (
        <p className="made-from">
          {from.map((one) => (
            <span key={`${one.file} ${one.label}`}>{origin ? origin(one) : <span>{originText(one)}</span>}</span>
          ))}
        </p>
      )}
    </div>
  );
}

function Pieces({ pieces, bracket }: { readonly pieces: readonly TextPiece[] } & Pick<Shown, "bracket">): ReactNode {
  return pieces.map((piece, place) => {
    if (typeof piece === "string") return piece;
    if (!isBracket(piece))
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one clause do not move
        <a key={place} href={`#${slug(piece.to)}`}>
          {piece.text}
        </a>
      );
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one clause do not move
      <span key={place}>{bracket ? bracket(piece) : <mark className="bracket">{bracketText(piece)}</mark>}</span>
    );
  });
}

const FlagLine = ({ flag: { kind, text } }: { readonly flag: Flag }): ReactNode => (
  <p className="flag">
    <strong>{useWords().drafts.flag(kind)}</strong> {text}
  </p>
);

/** Beside a row; the rest are named when one points at them. */
const MOST_ORIGINS = 2;

function SheetText({ sheet, bracket, origin }: Shown & { readonly sheet: Table }): ReactNode {
  const { caption, head, rows } = sheet;
  const words = useWords().drafts;
  return (
    <>
      <p className="note">{caption}</p>
      <Scroll label={caption}>
        <table>
          <thead>
            <tr>
              {head.map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
              {origin && <th scope="col">{words.madeFrom}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells, flags, from }) => (
              <tr key={id} title={origin ? undefined : from.map(originText).join("; ")}>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                  <td key={column}>
                    <Pieces pieces={cell} {...(bracket && { bracket })} />
                    {column === cells.length - 1 && flags.map((flag) => <FlagLine key={flag.text} flag={flag} />)}
                  </td>
                ))}
                {origin && (
                  <td className="made-from">
                    {from.slice(0, MOST_ORIGINS).map((one) => (
                      <span key={`${one.file} ${one.label}`}>{origin(one)}</span>
                    ))}
                    {from.length > MOST_ORIGINS && (
                      <span title={from.slice(MOST_ORIGINS).map(originText).join("; ")}>
                        {words.moreOrigins(from.length - MOST_ORIGINS)}
                      </span>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
