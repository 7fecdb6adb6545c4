// A block out of a spreadsheet: what its columns hold is looked at before anything is made of it.
import { useWords } from "@parley/charts";
import { columnsOf, type PastedColumn, tableOf } from "@parley/core/internal";
import { type ClipboardEvent, type ReactNode, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { cellsOfHtml } from "../controls/copied-table.js";
import { Dialog } from "../controls/dialog.js";
import { cellsOfText, MOST_CELLS } from "./copied-cells.js";
import { useSteps } from "./set-up-steps.js";

interface PasteTableProps {
  readonly view: CaseView;
  /** Empty: it is pasted in the dialog. */
  readonly cells: string[][];
  readonly onClose: () => void;
}

type Uses = { readonly heads: boolean; readonly columns: readonly PastedColumn[] };

/** As many as a case holds. */
const MOST_ISSUES = 200;

/** Rows shown before anything is taken. */
const SHOWN = 6;

export function PasteTable({ view, cells: given, onClose }: PasteTableProps): ReactNode {
  const { grid, pasting: words } = useWords().pages.setUp;
  const { step } = useSteps();
  const guess = (cells: string[][]): Uses => columnsOf(cells, grid.newOffer);
  const [cells, setCells] = useState(given);
  const [uses, setUses] = useState(() => guess(given));
  const size = cells.length * (cells[0]?.length ?? 0);
  const table = tableOf(cells, uses);
  const unnamed = cells.length - (uses.heads ? 1 : 0) - table.rows.length;
  const pasted = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData("text/html");
    const found = /<table/i.test(html) ? cellsOfHtml(html) : cellsOfText(event.clipboardData.getData("text/plain"));
    event.preventDefault();
    setCells(found);
    setUses(guess(found));
  };
  const [taking, setTaking] = useState(false);
  const take = async () => {
    setTaking(true);
    const taken = await step({ do: "paste", table, first: grid.first, date: dayOf(view) }, words.taken);
    setTaking(false);
    if (taken) onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      {size === 0 ? (
        <>
          <p>{words.about}</p>
          <textarea
            data-first
            rows={4}
            className="paste-here"
            aria-label={words.here}
            placeholder={words.here}
            value=""
            onChange={() => {}}
            onPaste={pasted}
          />
        </>
      ) : size > MOST_CELLS ? (
        <p className="alert">{words.tooMany(MOST_CELLS)}</p>
      ) : (
        <>
          <p>{words.read(cells.length, cells[0]?.length ?? 0)}</p>
          <label className="row">
            <input
              type="checkbox"
              checked={uses.heads}
              onChange={({ target }) => setUses({ ...uses, heads: target.checked })}
            />
            {words.heads}
          </label>
          <div className="grid-scroll">
            <table className="pasted">
              <thead>
                <tr>
                  {uses.columns.map((column, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
                    <th key={place} scope="col">
                      <select
                        aria-label={words.column(place + 1, uses.heads ? (cells[0]?.[place] ?? "") : "")}
                        value={column.use}
                        onChange={({ target }) =>
                          setUses({
                            ...uses,
                            columns: withUse(uses.columns, place, target.value as PastedColumn["use"], grid.newOffer),
                          })
                        }
                      >
                        {Object.entries(words.uses).map(([use, text]) => (
                          <option key={use} value={use}>
                            {text}
                          </option>
                        ))}
                      </select>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cells.slice(0, SHOWN).map((row, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
                  <tr key={place} className={uses.heads && place === 0 ? "heads" : undefined}>
                    {row.map((text, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place
                      <td key={column} dir="auto">
                        {text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {cells.length > SHOWN && <p className="note">{words.more(cells.length - SHOWN)}</p>}
          {table.rows.length > MOST_ISSUES && (
            <p className="alert">{words.tooManyIssues(table.rows.length, MOST_ISSUES)}</p>
          )}
          {unnamed > 0 && <p className="alert">{words.unnamed(unnamed)}</p>}
          <p className="row">
            <button
              type="button"
              className="primary"
              data-first
              disabled={taking || table.rows.length === 0 || table.rows.length > MOST_ISSUES}
              onClick={() => void take()}
            >
              {taking ? words.taking : words.take(table.rows.length)}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
}

/** The columns with another use of one; an offer without a head gets a name. */
function withUse(
  columns: readonly PastedColumn[],
  place: number,
  use: PastedColumn["use"],
  nameOf: (number: number) => string,
): PastedColumn[] {
  const number = columns.slice(0, place).filter((column) => column.use === "offer").length + 1;
  return columns.map((column, at) =>
    at === place ? { use, name: use === "offer" && column.name === "" ? nameOf(number) : column.name } : column,
  );
}
