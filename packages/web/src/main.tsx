// The start of the workbench in the browser: applies the styles, listens for changes on the server, and draws the app.
import "./style.css";
import { chartStyle, partStyle, SpokenIn } from "@parley/charts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { say } from "./controls/toast.js";
import { goLive, listen } from "./live.js";
import { queryKeys } from "./query-keys.js";
import { spoken } from "./spoken.js";

const style = new CSSStyleSheet();
style.replaceSync(`${chartStyle}${partStyle}`);
// It stands after the page's own sheet: where both speak of one thing, the page must be the more precise.
document.adoptedStyleSheets = [style];

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});

goLive();
listen((event) => {
  if (event.kind === "back") for (const queryKey of queryKeys.changing) void client.invalidateQueries({ queryKey });
  if (event.kind !== "case") return;
  void client.invalidateQueries({ queryKey: queryKeys.cases });
  void client.invalidateQueries({ queryKey: queryKeys.case(event.case) });
  void client.invalidateQueries({ queryKey: queryKeys.history(event.case) });
  if (event.outside) say(spoken.shell.changedOutside(event.files));
});

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <SpokenIn value={spoken}>
          <App />
        </SpokenIn>
      </QueryClientProvider>
    </StrictMode>,
  );
