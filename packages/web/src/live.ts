// What the server tells by itself: cases changed, jobs moved on. One tab listens and tells the others, since a browser
// grants a server only a few connections at a time.
import type { ServerEvent } from "parley/contract";
import { useSyncExternalStore } from "react";

/** `back`: the server is heard, perhaps again; `lost`: it no longer is. */
type Heard = ServerEvent | { readonly kind: "back" | "lost" };

type Hear = (event: Heard) => void;

const hearers = new Set<Hear>();
const tell: Hear = (event) => {
  if (event.kind === "back" || event.kind === "lost") document.documentElement.dataset.server = event.kind;
  for (const hear of hearers) hear(event);
};

/** @returns how to stop */
export function listen(hear: Hear): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Begins to listen, once a page. */
export function goLive(): void {
  const others = new BroadcastChannel("parley");
  others.onmessage = ({ data }) => tell(data as Heard);
  const lead = () =>
    new Promise<never>(() => {
      follow((event) => {
        tell(event);
        others.postMessage(event);
      });
    });
  // Where there are no locks (a page that did not come from this machine) every tab listens for itself.
  if ("locks" in navigator) void navigator.locks.request("parley", lead);
  else void lead();
}

function follow(heard: Hear): void {
  const source = new EventSource("/api/events");
  // What was changed while nobody listened is not known: it is asked again.
  source.addEventListener("hello", () => heard({ kind: "back" }));
  source.onerror = () => heard({ kind: "lost" });
  source.onmessage = ({ data }) => heard(JSON.parse(String(data)) as ServerEvent);
}

/** Whether the server is heard, as far as this page knows. */
export function useHeard(): boolean {
  return useSyncExternalStore(listen, () => document.documentElement.dataset.server !== "lost");
}
