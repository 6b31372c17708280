/** `npm start`: from a fresh clone, or from where it was left, to a page in the browser. */
import { requireNode } from "./bootstrap/require-node.mjs";
import { root } from "./bootstrap/root.mjs";

requireNode();
const { serve } = await import("./bootstrap/serve.mjs");
await serve(root, "production");
