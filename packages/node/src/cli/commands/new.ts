import { Command } from "commander";
import { EXIT, Failure } from "../failure.js";
import { makeCase } from "../make-folder.js";
import type { Terminal } from "../terminal.js";

export function newCommand(terminal: Terminal): Command {
  return new Command("new")
    .description("begin a case: a folder of small, commented files that pass their check")
    .argument("<DIR>", "folder to make; it must not exist yet, or be empty")
    .addHelpText("after", "\nExample:\n  parley new my-talks && parley check my-talks && parley assess my-talks\n")
    .action(async (folder: string) => {
      if (folder.trim() === "") throw new Failure("the folder to make has no name.", EXIT.usage);
      await makeCase(folder);
      terminal.out(`Made ${folder}. Read case.yaml first; then: parley check ${folder}\n`);
    });
}
