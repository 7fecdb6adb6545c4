// What stands in square brackets, settled: each side's wording, one text for all, or a day or a text that was blank.
import { useWords } from "@parley/charts";
import type { Bracket, BracketAnswer } from "@parley/core/internal";
import { type FormEvent, type ReactNode, useState } from "react";
import type { CaseView } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { work } from "../work.js";
import { startingText } from "./starting-text.js";
import { useWrite } from "./unsaved.js";

interface BracketDialogProps {
  readonly view: CaseView;
  readonly bracket: Bracket;
  readonly onClose: () => void;
}

export function BracketDialog({ view, bracket, onClose }: BracketDialogProps): ReactNode {
  const { atHead, pages } = useWords();
  const write = useWrite();
  const [failed, setFailed] = useState<readonly string[]>([]);
  const { fill } = bracket;
  if (!fill) return null;
  const settle = async (answer: BracketAnswer) => {
    const found = await work.settle([...view.files.files], fill, answer);
    if (!found.ok) return setFailed(found.reasons);
    onClose();
    await write(found.value);
  };
  const word = fill.form === "component" ? view.negotiation.terms.find(({ id }) => id === fill.term)?.name : undefined;
  const title = word === undefined ? atHead(bracket.asks) : pages.draft.bracket.includes(word);
  return (
    <Dialog title={title} onClose={onClose}>
      {fill.form === "component" ? (
        <PartOfWord bracket={bracket} onSettle={settle} />
      ) : (
        <OneValue bracket={bracket} date={fill.form === "date"} onSettle={settle} />
      )}
      {failed.length > 0 && (
        <p className="alert" role="alert">
          {atHead(failed.join(" "))}
        </p>
      )}
    </Dialog>
  );
}

interface SettleProps {
  readonly bracket: Bracket;
  readonly onSettle: (answer: BracketAnswer) => Promise<void>;
}

function OneValue({ bracket, date, onSettle }: SettleProps & { readonly date: boolean }): ReactNode {
  const words = useWords().pages.draft.bracket;
  const proposed = bracket.alternatives[0]?.text ?? "";
  const [text, setText] = useState(startingText(proposed, date));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSettle({ kind: "value", text });
  };
  return (
    <form onSubmit={submit} className="settle">
      {date ? (
        <input
          type="date"
          data-first
          aria-label={bracket.asks}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      ) : (
        <textarea
          data-first
          rows={3}
          aria-label={bracket.asks}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <p className="row">
        <button type="submit" disabled={text.trim() === ""}>
          {date && text !== "" && proposed === text ? words.agreed : words.writeIn}
        </button>
      </p>
    </form>
  );
}

/** A part of a word: in for all in one text, out for all, or as one side would word it. */
function PartOfWord({ bracket, onSettle }: SettleProps): ReactNode {
  const words = useWords().pages.draft.bracket;
  const [common, setCommon] = useState(bracket.asks);
  return (
    <div className="settle">
      <label>
        {words.inForAll}
        <textarea data-first rows={3} value={common} onChange={({ target }) => setCommon(target.value)} />
      </label>
      <p className="row">
        <button
          type="button"
          disabled={common.trim() === ""}
          onClick={() => void onSettle({ kind: "agreed", text: common })}
        >
          {words.allAgree}
        </button>
        <button type="button" onClick={() => void onSettle({ kind: "left out" })}>
          {words.allLeaveOut}
        </button>
      </p>
      {bracket.alternatives.map((one) =>
        one.by === null ? null : (
          <OwnWording key={one.by} name={one.name ?? one.by} party={one.by} text={one.text} onSettle={onSettle} />
        ),
      )}
    </div>
  );
}

interface OwnWordingProps {
  readonly party: string;
  readonly name: string;
  readonly text: string | null;
  readonly onSettle: SettleProps["onSettle"];
}

function OwnWording({ party, name, text, onSettle }: OwnWordingProps): ReactNode {
  const words = useWords().pages.draft.bracket;
  const [own, setOwn] = useState(text ?? "");
  return (
    <details>
      <summary>{words.side(name, text)}</summary>
      <textarea
        rows={2}
        aria-label={words.wordedBy(name)}
        value={own}
        onChange={({ target }) => setOwn(target.value)}
      />
      <p className="row">
        <button
          type="button"
          disabled={own.trim() === "" || own === text}
          onClick={() => void onSettle({ kind: "wording", party, text: own })}
        >
          {words.keep}
        </button>
      </p>
    </details>
  );
}
