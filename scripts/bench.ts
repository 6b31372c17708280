// `npm run bench -- NAME …`: measures what docs and issues promise, on this machine, and prints what came out.
const BENCHES: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
	browser: () => import("../tests/bench/browser"),
	crawl: () => import("../tests/bench/crawl"),
	crowd: () => import("../tests/bench/crowd"),
	digest: () => import("../tests/bench/digest"),
	"digest-kill": () => import("../tests/bench/digest-kill"),
	ingest: () => import("../tests/bench/ingest"),
	pages: () => import("../tests/bench/pages"),
	latex: () => import("../tests/bench/latex"),
	scale: () => import("../tests/bench/scale"),
	similar: () => import("../tests/bench/similar"),
	rising: () => import("../tests/bench/rising"),
	search: () => import("../tests/bench/search"),
	"search-quality": () => import("../tests/bench/search-quality"),
	votes: () => import("../tests/bench/votes"),
	"search-fuzz": () => import("../tests/bench/search-fuzz"),
};

const [wanted = "", ...args] = process.argv.slice(2);
const load = BENCHES[wanted];
if (load === undefined) {
	console.error(`Usage: npm run bench -- NAME. There are: ${Object.keys(BENCHES).join(", ")}.`);
	process.exit(1);
}
await (await load()).run(args);

// A module, which may wait at its top level.
export {};
