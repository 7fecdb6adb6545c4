import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { Cases } from "./pages/cases.js";
import { Toast } from "./parts/toast.js";
import { CaseShell } from "./shell/case-shell.js";

export function App(): ReactNode {
  return (
    <>
      <Switch>
        <Route path="/">
          <Cases />
        </Route>
        <Route path="/c/:case/:page?">
          {({ case: id, page }) => <CaseShell key={id} id={id} page={page ?? "overview"} />}
        </Route>
        <Route>
          <main className="alone">
            <h1>There is nothing at this address</h1>
            <p>
              <a href="/">All cases</a>
            </p>
          </main>
        </Route>
      </Switch>
      <Toast />
    </>
  );
}
