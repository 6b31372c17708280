import type { SourceFile } from "./source-file";

/** What one domain may use of others, beside itself and the leaves. */
const DOMAINS_BELOW: Record<string, readonly string[]> = {
	feed: ["papers", "votes"],
	api: ["papers", "feed", "search"],
	authors: ["papers", "feed"],
	organizations: ["papers", "feed"],
	topics: ["papers", "feed"],
	sitemap: ["papers", "feed"],
	search: ["papers", "votes"],
	syndication: ["papers", "feed", "search"],
	digest: ["papers", "votes", "subscribers", "following"],
	ingest: ["papers"],
	votes: ["papers"],
	// Signing in may carry a vote along; votes themselves know of users by id alone. A subscription follows its reader's address.
	accounts: ["papers", "votes", "subscribers"],
	library: ["papers", "feed", "accounts", "syndication"],
	following: ["papers", "feed", "search", "accounts"],
	submissions: ["papers", "votes", "ingest", "accounts"],
	comments: ["papers", "accounts", "submissions"],
	claims: ["papers", "accounts", "submissions"],
	curation: ["papers", "feed", "votes", "submissions", "accounts", "comments", "claims"],
	channels: ["digest", "submissions", "accounts"],
	operator: ["digest", "subscribers", "submissions", "accounts"],
};

const RENDERS_EMAILS = new Set(["digest", "mail", "accounts", "subscribers", "comments"]);
const LEAF_FOLDERS = new Set(["db", "mail", "http"]);
const SERVER_ONLY_LEAVES = new Set(["db", "env", "mail", "log"]);

/** Says what is wrong with a file's imports, one sentence an offence. */
export function checkImports(file: SourceFile, serverOnly: ReadonlySet<string>): string[] {
	const layer = layerOf(file.path);
	return file.imports.flatMap((target) => {
		const reason = refuse(layer, file.path, target, serverOnly);
		return reason === undefined ? [] : [`${file.path} imports ${target}: ${reason}`];
	});
}

function refuse(layer: string, from: string, target: string, serverOnly: ReadonlySet<string>): string | undefined {
	const to = layerOf(target);
	if (!["app", "components", "lib", "emails"].includes(layer)) return undefined;
	if (to === "tests" || to === "scripts") return `${layer} never uses ${to}`;
	if (layer === "lib") return refuseInLib(from, target);
	if (layer === "app") return refuseInApp(from, target);
	if (to === "app") return `${layer} never uses app`;
	if (to === "components" && layer === "emails") return "emails stand alone";
	if (to === "emails" && layer === "components") return "only what sends or shows mail uses emails";
	if (to === "lib") return refuseOfLib(layer, target, serverOnly);
	if (target === "server-only") return `${layer} get props and give JSX`;
	return undefined;
}

function refuseInLib(from: string, target: string): string | undefined {
	const to = layerOf(target);
	const mine = unitOf(from);
	if (to === "app" || to === "components") return `lib never uses ${to}`;
	if (to === "emails") return RENDERS_EMAILS.has(mine) ? undefined : `${mine} sends no mail`;
	if (to !== "lib") return undefined;
	const other = unitOf(target);
	if (other === mine || isLeaf(target)) return undefined;
	if (isLeaf(from)) return `a leaf knows no domain (${other})`;
	return DOMAINS_BELOW[mine]?.includes(other) ? undefined : `${mine} does not stand above ${other}`;
}

function refuseInApp(from: string, target: string): string | undefined {
	if (layerOf(target) !== "lib") return undefined;
	if (unitOf(target) === "db") return "app reads through a domain's queries";
	const isPage = /\/(page|layout|template|loading|not-found|error)\.tsx$/.test(from);
	// Mail scanners and prefetching browsers open every page.
	if (isPage && target.endsWith("/mutations")) return "showing a page changes nothing";
	return undefined;
}

function refuseOfLib(layer: string, target: string, serverOnly: ReadonlySet<string>): string | undefined {
	const purpose = `${layer} get props and give JSX`;
	if (/\/(queries|mutations)$/.test(target)) return purpose;
	if (SERVER_ONLY_LEAVES.has(unitOf(target)) || serverOnly.has(target)) return purpose;
	return undefined;
}

/** `app`, `components`, `lib`, …; a package's name for what is not ours. */
function layerOf(path: string): string {
	return path.split("/", 1)[0] ?? "";
}

/** The domain or leaf of lib that a path belongs to: `papers`, `db`, `time`. */
function unitOf(path: string): string {
	return (path.split("/")[1] ?? "").replace(/\.tsx?$/, "");
}

function isLeaf(path: string): boolean {
	return path.split("/").length === 2 || LEAF_FOLDERS.has(unitOf(path));
}
