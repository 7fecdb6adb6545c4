// What the server tells by itself: cases changed, jobs moved on. One tab listens and tells the others, since a browser
// grants a server only a few connections at a time.
import type { ServerEvent } from "@parley/node/contract";

type Hear = (event: ServerEvent | { readonly kind: "back" }) => void;

const hearers = new Set<Hear>();
const tell: Hear = (event) => {
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
  others.onmessage = ({ data }) => tell(data as ServerEvent);
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
  let lost = false;
  source.onerror = () => {
    lost = true;
  };
  source.addEventListener("hello", () => {
    // What was changed while nobody listened is not known: everything is asked again.
    if (lost) heard({ kind: "back" });
    lost = false;
  });
  source.onmessage = ({ data }) => heard(JSON.parse(String(data)) as ServerEvent);
}
