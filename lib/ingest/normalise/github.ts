import { cleanText } from "./text";

const BARE = /^([A-Za-z\d][\w-]{0,38})\/([\w.-]{1,100})$/;
/** `git@github.com:owner/repo.git`, which is no URL. */
const SCP = /^(?:[\w-]+@)?github\.com:/i;
/** First parts of github.com's paths that are pages of its own. */
const NOT_OWNERS = new Set(
	"about apps collections contact enterprise events explore features issues login marketplace notifications orgs pricing pulls search security settings site sponsors stars topics trending users".split(
		" ",
	),
);

/**
 * Reads a repository's address at GitHub: https, ssh, `git+https`, with `.git`, a path, a query or a fragment behind it.
 *
 * @returns `owner/repo` in the given letter case; undefined for an owner alone or another site
 */
export function parseGithubRepo(text: string): string | undefined {
	const address = cleanText(text).replaceAll(" ", "");
	if (BARE.test(address)) return checked(address);
	const url = address
		.replace(SCP, "https://github.com/")
		.replace(/^(git\+)?(https?|ssh|git):\/\//i, "https://")
		.replace(/^(www\.)?github\.com\//i, "https://github.com/");
	if (!URL.canParse(url)) return undefined;
	const { protocol, hostname, pathname } = new URL(url);
	if (protocol !== "https:" || !/^(www\.)?github\.com$/.test(hostname)) return undefined;
	return checked(pathname.split("/").filter(Boolean).slice(0, 2).join("/"));
}

function checked(path: string): string | undefined {
	const [, owner = "", name = ""] = BARE.exec(path) ?? [];
	const repo = name.replace(/\.git$/i, "");
	if (owner === "" || NOT_OWNERS.has(owner.toLowerCase()) || /^\.*$/.test(repo)) return undefined;
	return `${owner}/${repo}`;
}
