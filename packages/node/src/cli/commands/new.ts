// The command that begins a new case: a folder with a small, commented example.
import { Command } from "commander";
import { EXIT, Failure } from "../failure.js";
import { makeCase } from "../make-folder.js";
import type { Terminal } from "../terminal.js";

export function newCommand(terminal: Terminal): Command {
  const { newCase: words, shared } = terminal.words.commands;
  return new Command("new")
    .description(words.description)
    .argument("<DIR>", shared.folderToMake)
    .addHelpText("after", words.examples)
    .action(async (folder: string) => {
      if (folder.trim() === "") throw new Failure(words.noName, EXIT.usage);
      await makeCase(terminal, folder);
      terminal.out(`${words.made(folder)}\n`);
    });
}
