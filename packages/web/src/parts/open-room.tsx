// Opens a room on a case, and shows the link of each seat to hand over.
import { useWords } from "@parley/charts";
import { Copy } from "lucide-react";
import type { RoomOpened } from "parley/contract";
import { type ReactNode, useState } from "react";
import { api } from "../api.js";
import { Dialog } from "../controls/dialog.js";
import { say } from "../controls/toast.js";

interface OpenRoomProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

export function OpenRoom({ id, title, onClose }: OpenRoomProps): ReactNode {
  const words = useWords().pages.cases.room;
  const [opened, setOpened] = useState<RoomOpened | null>(null);
  const [opening, setOpening] = useState(false);
  const open = () => {
    setOpening(true);
    api
      .openRoom(id)
      .then(setOpened)
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
      .finally(() => setOpening(false));
  };
  return (
    <Dialog title={words.title(title)} onClose={onClose}>
      {opened === null ? (
        <>
          <p>{words.about}</p>
          <p>
            <button type="button" className="primary" disabled={opening} onClick={open}>
              {opening ? words.opening : words.start}
            </button>
          </p>
        </>
      ) : (
        <>
          <p>{words.links}</p>
          <ul className="seat-links">
            {opened.seats.map(({ name, link }) => (
              <li key={link}>
                <strong dir="auto">{name}</strong>
                <input readOnly value={link} aria-label={name} onFocus={({ target }) => target.select()} />
                <button
                  type="button"
                  aria-label={words.copy(name)}
                  onClick={() => void navigator.clipboard.writeText(link).then(() => say(words.copied))}
                >
                  <Copy size={16} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          <p className="note">{words.here}</p>
        </>
      )}
    </Dialog>
  );
}
