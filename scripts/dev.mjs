/** `npm run dev`: like `npm start`, with Next's development server, which builds as it goes. */
import { requireNode } from "./bootstrap/require-node.mjs";
import { root } from "./bootstrap/root.mjs";

requireNode();
const { serve } = await import("./bootstrap/serve.mjs");
await serve(root, "development");
