import { expect, test } from "vitest";
import { checkHouse, findUnplannedFolders } from "./house-rules";
import { parseSourceFile } from "./source-file";

/** Checks a house of one or more files, given as path and text. */
const check = (files: Record<string, string>) =>
	checkHouse(Object.entries(files).map(([path, text]) => parseSourceFile(path, text)));

const importing = (target: string) => `import { x } from "${target}";\n`;

test.for([
	["app/page.tsx", "@/lib/feed/queries"],
	["app/page.tsx", "@/components/papers/card"],
	["app/page.tsx", "./header"],
	["app/api/votes/route.ts", "@/lib/votes/mutations"],
	["components/papers/card.tsx", "@/lib/papers/types"],
	["components/papers/card.tsx", "@/lib/time"],
	["components/votes/button.tsx", "@/lib/votes/actions"],
	["components/papers/card.tsx", "react"],
	["lib/feed/windows.ts", "../papers/types"],
	["lib/digest/compose.ts", "@/lib/votes/types"],
	["lib/digest/compose.ts", "@/emails/digest"],
	["lib/mail/send.ts", "../log"],
	["emails/digest.tsx", "@/lib/time"],
	["scripts/digest.ts", "../lib/digest/run"],
] as const)("%s may import %s", ([path, target]) => {
	expect(check({ [path]: importing(target) })).toEqual([]);
});

test.for([
	["lib/papers/title.ts", "@/app/page"],
	["lib/papers/title.ts", "@/components/papers/card"],
	["lib/papers/title.ts", "../../components/papers/card"],
	["lib/papers/title.ts", "@/lib/votes/types"],
	["lib/votes/types.ts", "@/lib/accounts/types"],
	["lib/votes/count.ts", "../feed/windows"],
	["lib/feed/windows.ts", "@/lib/digest/types"],
	["lib/papers/title.ts", "@/emails/digest"],
	["lib/time.ts", "./papers/types"],
	["lib/db/client.ts", "../papers/types"],
	["lib/papers/title.ts", "@/tests/env"],
	["components/papers/card.tsx", "@/lib/papers/queries"],
	["components/papers/card.tsx", "@/lib/papers/mutations"],
	["components/papers/card.tsx", "@/lib/db/client"],
	["components/papers/card.tsx", "@/lib/env"],
	["components/papers/card.tsx", "@/lib/mail/send"],
	["components/papers/card.tsx", "@/lib/log"],
	["components/papers/card.tsx", "@/app/page"],
	["components/papers/card.tsx", "@/emails/digest"],
	["components/papers/card.tsx", "server-only"],
	["emails/digest.tsx", "@/lib/digest/queries"],
	["emails/digest.tsx", "@/components/ui/button"],
	["app/page.tsx", "@/lib/db/client"],
	["app/unsubscribe/page.tsx", "@/lib/subscribers/mutations"],
	["app/page.tsx", "@/scripts/start"],
] as const)("%s may not import %s", ([path, target]) => {
	expect(check({ [path]: importing(target) })).toEqual([expect.stringContaining(`${path} imports `)]);
});

test.for([
	'import type { X } from "@/app/page";',
	'import {\n\tx,\n} from "@/app/page";',
	'import "@/app/page";',
	'export { x } from "@/app/page";',
	'export * from "@/app/page";',
	'const x = await import("@/app/page");',
])("an import is seen: %s", (statement) => {
	expect(check({ "lib/papers/title.ts": statement })).toHaveLength(1);
});

test("what a comment says is no import", () => {
	const text = '/** `import x from "@/app/page"` */\n// import x from "@/app/page";\nexport const one = 1;\n';
	expect(check({ "lib/papers/title.ts": text })).toEqual([]);
});

test("components may not import a pure-looking module that is for the server only", () => {
	const files = {
		"components/papers/card.tsx": importing("@/lib/accounts/session"),
		"lib/accounts/session.ts": 'import "server-only";\n',
	};
	expect(check(files)).toEqual([expect.stringContaining("components/papers/card.tsx imports lib/accounts/session")]);
});

test.for([
	["lib/utils.ts"],
	["lib/papers/helpers.ts"],
	["components/common/card.tsx"],
	["lib/misc/index.ts"],
	["lib/papers/utils.test.ts"],
] as const)("%s is no name for a file", ([path]) => {
	expect(check({ [path]: "" })).toHaveLength(1);
});

test("a top-level folder that is not planned is found", () => {
	expect(findUnplannedFolders(["app", "src", "docs", "stuff"])).toEqual(["src", "stuff"]);
});

test("a file has 300 lines at most", () => {
	expect(check({ "lib/papers/title.ts": "x\n".repeat(300) })).toEqual([]);
	expect(check({ "lib/papers/title.ts": "x\n".repeat(301) })).toHaveLength(1);
});

test.for([
	["lib/papers/queries.ts", 'import "server-only";'],
	["lib/papers/mutations.ts", 'import "server-only";'],
	["lib/papers/actions.ts", '"use server";'],
] as const)("%s begins with %s", ([path, statement]) => {
	expect(check({ [path]: `// A reason.\n${statement}\nexport const one = 1;\n` })).toEqual([]);
	expect(check({ [path]: `export const one = 1;\n${statement}\n` })).toHaveLength(1);
});
