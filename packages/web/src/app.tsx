// The root component of the workbench: shows the list of cases or a page of one case, as the address says.
import { useWords } from "@parley/charts";
import { lazy, type ReactNode } from "react";
import { Route, Switch } from "wouter";
import { Toast } from "./controls/toast.js";
import { Cases } from "./pages/cases.js";
import { LatePart } from "./parts/late-part.js";
import { CaseShell } from "./shell/case-shell.js";

const Gallery = lazy(async () => ({ default: (await import("./pages/gallery.js")).Gallery }));

export function App(): ReactNode {
  const words = useWords().shell;
  return (
    <>
      <Switch>
        <Route path="/">
          <Cases />
        </Route>
        <Route path="/c/:case/:page?">
          {({ case: id, page }) => <CaseShell key={id} id={id} page={page ?? "overview"} />}
        </Route>
        <Route path="/gallery">
          <LatePart>
            <Gallery />
          </LatePart>
        </Route>
        <Route>
          <main className="alone">
            <h1>{words.nothingHere}</h1>
            <p>
              <a href="/">{words.allCases}</a>
            </p>
          </main>
        </Route>
      </Switch>
      <Toast />
    </>
  );
}
