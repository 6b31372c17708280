import { env } from "@/lib/env";
import { NEWEST, parseEdition } from "@/lib/feed/editions";
import { toWindowMarkdown } from "@/lib/feed/markdown";
import { findNewestDate, readWindowPage } from "@/lib/feed/queries";
import { parseWindow, type Window, windowOf, windowPath } from "@/lib/feed/windows";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { answerText, orUnavailable } from "@/lib/http/text";
import { utcDateOf } from "@/lib/time";

type Context = { params: Promise<{ kind: string; key: string }> };

/** A day's, week's or month's list as Markdown. Programs come by `/papers/{date|week|month}/{key}.md`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
	const { kind, key } = await params;
	const now = new Date();
	return orUnavailable("a list's Markdown", async () => {
		const window = await findWindow(kind, key, now);
		if (window === undefined) return jsonError(404, "There is no such list: lists are of a date, a week or a month.");
		// A hundred papers: two of the page's parts.
		const [first, second] = await Promise.all(
			[1, 2].map((page) => readWindowPage(window, { order: "top", page }, now)),
		);
		if (first === undefined) throw new Error("every list has a first page");
		const papers = [...first.page.papers, ...(second?.page.papers ?? [])];
		const site = env().APP_URL;
		return answerText("text/markdown", toWindowMarkdown({ ...first, papers }, site), {
			Link: `<${new URL(windowPath(window), site).href}>; rel="canonical"`,
		});
	});
}

/** @returns undefined for what is no list, or one of days to come */
async function findWindow(kind: string, key: string, now: Date): Promise<Window | undefined> {
	if (kind === "week" || kind === "month") return parseWindow(kind, key, utcDateOf(now));
	const date = kind === "date" ? parseEdition(key, now) : undefined;
	if (date !== NEWEST) return date && windowOf("date", date);
	return windowOf("date", (await findNewestDate(now)) ?? utcDateOf(now));
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
