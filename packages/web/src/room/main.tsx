// The start of a room in the browser.
import "./room.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RoomApp } from "./room-app.js";
import { createRoomStore } from "./room-store.js";
import { words } from "./room-words.js";
import { Whole } from "./whole.js";

const store = createRoomStore();
store.subscribe(() => {
  const phase = store.get();
  if (phase.kind === "open") document.title = words.title(phase.look.title);
});
void store.enter();
// Another link, pasted into the same tab.
addEventListener("hashchange", () => void store.enter());

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <Whole>
        <RoomApp store={store} />
      </Whole>
    </StrictMode>,
  );
