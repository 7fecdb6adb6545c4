// The command that finds words in the statements and documents of a case.
import { type SearchHit, searchIn } from "@parley/core/internal";
import { Command, Option } from "commander";
import { searchedTexts } from "../../store/index.js";
import { cases } from "../cases.js";
import { openCase } from "../open-case.js";
import { type SharedFlags, sharedOptions, wholeNumber } from "../options.js";
import { item, wrap } from "../render/table.js";
import { paint, type Terminal } from "../terminal.js";

interface Flags extends Pick<SharedFlags, "json"> {
  readonly most: number;
}

export function searchCommand(terminal: Terminal): Command {
  const { search: words, shared } = terminal.words.commands;
  return new Command("search")
    .description(words.description)
    .argument("<CASE>", shared.caseFolder)
    .argument("<QUERY...>", words.query)
    .addOption(
      new Option("--most <COUNT>", words.flags.most).default(20).argParser(wholeNumber(terminal.words, 1, 10_000)),
    )
    .addOption(sharedOptions(terminal.words).json())
    .addHelpText("after", words.examples)
    .action(async (folder: string, query: string[], { most, json = false }: Flags) => {
      const negotiation = await openCase(terminal, folder, null);
      const found = await searchIn(negotiation, await searchedTexts(cases, folder, negotiation));
      // Every word of a command line is typed to its end.
      const answer = found.search(`${query.join(" ")} `, most);
      if (json) return terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
      for (const remark of answer.remarks) terminal.err(`${remark}\n`);
      const lines = [
        words.found(answer.total, answer.hits.length),
        ...answer.hits.map((hit) => hitText(terminal, hit)),
      ];
      terminal.out(`${lines.join("\n\n")}\n`);
    });
}

function hitText(terminal: Terminal, { kind, title, date, speaker, excerpt, marks }: SearchHit): string {
  const words = terminal.words.commands.search;
  let [shown, at] = ["", 0];
  for (const { start, end } of marks) {
    shown += excerpt.slice(at, start) + paint(terminal, "bold", excerpt.slice(start, end));
    at = end;
  }
  const head = [speaker, title, date ?? words.noDay, words.kinds[kind]].filter(Boolean).join(" · ");
  return `${wrap(head)}\n${item(shown + excerpt.slice(at))}`;
}
