// Parses a diagram as a browser would: node mermaid.mjs MERMAID.MIN.JS FILE. Prints its type.
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

// As much of a browser as the library looks for while it loads; parsing itself needs none.
class Nothing {}
globalThis.window = globalThis;
globalThis.document = {
  nodeType: 9,
  implementation: {},
  documentElement: {},
  createElement: () => ({}),
  addEventListener() {},
};
globalThis.Element = Nothing;
globalThis.Node = Nothing;
globalThis.addEventListener = () => {};

const [, , library, file] = process.argv;
runInThisContext(readFileSync(library, 'utf8'));
const parsed = await globalThis.mermaid.parse(readFileSync(file, 'utf8'));
console.log(parsed.diagramType);
