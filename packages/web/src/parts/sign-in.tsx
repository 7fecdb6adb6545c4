// The page that asks for the access token where the server requires one, as it does of other machines.
import { useWords } from "@parley/charts";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../api.js";

/** Beyond the machine that it runs on, the workbench asks for its token. */
export function SignIn(): ReactNode {
  const words = useWords().shell.signIn;
  const client = useQueryClient();
  const [token, setToken] = useState("");
  const [reason, setReason] = useState<string | null>(null);
  return (
    <main className="alone">
      <h1>{words.heading}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          api.session(token).then(
            () => void client.invalidateQueries(),
            (error: Error) => setReason(error.message),
          );
        }}
      >
        <label>
          {words.token}{" "}
          <input
            type="password"
            autoComplete="off"
            value={token}
            onChange={({ target: { value } }) => setToken(value)}
          />
        </label>{" "}
        <button type="submit">{words.enter}</button>
        {reason && (
          <p className="alert" role="alert">
            {reason}
          </p>
        )}
      </form>
    </main>
  );
}
