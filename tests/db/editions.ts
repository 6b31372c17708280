import { readWindowPage } from "@/lib/feed/queries";
import { windowOf } from "@/lib/feed/windows";
import type { UtcDate } from "@/lib/time";

/** A day's list in the order Top, and what its page says of it. */
export async function readEdition(date: UtcDate) {
	const content = await readWindowPage(windowOf("date", date), { order: "top", page: 1 }, new Date());
	if (content === undefined) throw new Error("every day has a first page");
	const { page, facts } = content;
	return {
		papers: page.papers,
		isSample: facts.isSample,
		previous: facts.previous?.key ?? null,
		next: facts.next?.key ?? null,
	};
}
