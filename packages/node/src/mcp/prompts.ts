// What a person can have an assistant do by its name.
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import type { McpWords } from "./tools.js";

export function addPrompts(server: McpServer, { prompts, inputs }: McpWords): void {
  const user = (text: string) => ({ messages: [{ role: "user" as const, content: { type: "text" as const, text } }] });
  const id = z.string().max(200).describe(inputs.case);
  const { weigh_offer: weigh, prepare_meeting: prepare, check_promises: check } = prompts;
  server.registerPrompt(
    "weigh_offer",
    {
      title: weigh.title,
      description: weigh.description,
      argsSchema: { case: id, offer: z.string().max(200).describe(inputs.offers) },
    },
    ({ case: of, offer }) => user(weigh.text(of, offer)),
  );
  server.registerPrompt(
    "prepare_meeting",
    { title: prepare.title, description: prepare.description, argsSchema: { case: id } },
    ({ case: of }) => user(prepare.text(of)),
  );
  server.registerPrompt(
    "check_promises",
    { title: check.title, description: check.description, argsSchema: { case: id } },
    ({ case: of }) => user(check.text(of)),
  );
}
