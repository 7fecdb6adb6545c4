import { type ReactNode, useState } from "react";
import { keysAct, letKeysAct } from "../keys.js";
import { PAGES } from "../pages/index.js";
import { Dialog } from "../parts/dialog.js";

const KEYS = [
  ["0", "all cases"],
  ...PAGES.slice(0, 9).map(({ name }, place) => [`${place + 1}`, name]),
  ["/", "find anything in this case"],
  ["j  k", "to the next, to the one before"],
  ["Enter", "open it"],
  ["a", "attach a statement that was found"],
  ["x", "reject it, or take that back"],
  ["u  U", "undo; do it again"],
  ["?", "this list"],
] as const;

export function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [act, setAct] = useState(keysAct);
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([key, what]) => (
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
        Single keys act on every page
      </label>
      <p className="note">a and x act on the statement that has the focus, whether single keys act or not.</p>
      <p className="note">On Interests, Space takes up an issue, the arrows move it, Space lays it down.</p>
    </Dialog>
  );
}
