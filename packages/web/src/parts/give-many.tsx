// Many documents come in: dropped, with whole folders, or chosen; how far their reading is, and what came of it.
import { useWords } from "@parley/charts";
import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, type ReactNode, useState } from "react";
import { useCase } from "../case-view.js";
import { addToInbox, type Came, filesChosen, filesDropped, type Given } from "../inbox.js";
import { queryKeys } from "../query-keys.js";

export function GiveMany(): ReactNode {
  const words = useWords().statements.review;
  const { id } = useCase();
  const client = useQueryClient();
  const [going, setGoing] = useState<{ readonly done: number; readonly all: number; readonly file: string } | null>(
    null,
  );
  const [came, setCame] = useState<Came | null>(null);
  const take = async (given: readonly Given[]) => {
    if (given.length === 0 || going) return;
    setCame(null);
    setGoing({ done: 0, all: given.length, file: given[0]?.name ?? "" });
    const found = await addToInbox(id, given, (done, file) => setGoing({ done, all: given.length, file }));
    await client.invalidateQueries({ queryKey: queryKeys.inbox(id) });
    setGoing(null);
    setCame(found);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void filesDropped(event.dataTransfer).then(take);
  };
  return (
    <section className="give-many" onDrop={drop} onDragOver={(event) => event.preventDefault()} aria-label={words.give}>
      <p>{words.give}</p>
      <p className="row">
        <label className="button">
          {words.choose}
          <input
            type="file"
            multiple
            className="unseen"
            onChange={({ target }) => {
              if (target.files) void take(filesChosen(target.files));
              target.value = "";
            }}
          />
        </label>
        <label className="button">
          {words.chooseFolder}
          <input
            type="file"
            className="unseen"
            ref={(input) => input?.setAttribute("webkitdirectory", "")}
            onChange={({ target }) => {
              if (target.files) void take(filesChosen(target.files).filter(({ name }) => !/(?:^|\/)\./.test(name)));
              target.value = "";
            }}
          />
        </label>
      </p>
      {going && (
        <p role="status">
          <progress value={going.done} max={going.all} /> {words.reading(going.done, going.all, going.file)}
        </p>
      )}
      {came && (
        <div role="status">
          <p>{words.came(came.read, came.again, came.statements)}</p>
          {came.reasons.map((reason) => (
            <p key={reason} className="note">
              {reason}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}
