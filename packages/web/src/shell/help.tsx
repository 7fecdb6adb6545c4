// The help dialog: lists the keyboard shortcuts and lets them be switched off.
import { useWords } from "@parley/charts";
import type { Wording } from "@parley/core/internal";
import { type ReactNode, useState } from "react";
import { Dialog } from "../controls/dialog.js";
import { keysAct, letKeysAct } from "../keys.js";
import { PAGES } from "../pages/index.js";

const keysIn = ({ keys, pages }: Wording["shell"]) => [
  ["0", keys.cases],
  ...PAGES.flatMap(({ id, key }) => (key === null ? [] : [[key, pages[id]]])),
  ["/", keys.find],
  ["j  k", keys.move],
  ["Enter", keys.open],
  ["a", keys.attach],
  ["x", keys.reject],
  ["u  U", keys.undo],
  ["?", keys.help],
];

export function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { shell } = useWords();
  const words = shell.keys;
  const [act, setAct] = useState(keysAct);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl className="keys">
        {keysIn(shell).map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="row">
        <input
          type="checkbox"
          checked={act}
          onChange={({ target }) => {
            letKeysAct(target.checked);
            setAct(target.checked);
          }}
        />
        {words.act}
      </label>
      <p className="note">{words.onStatements}</p>
      <p className="note">{words.onInterests}</p>
    </Dialog>
  );
}
