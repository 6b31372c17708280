import "server-only";
import { revalidatePath } from "next/cache";
import { noteRenewal } from "../db/page-renewals";
import { log } from "../log";

/**
 * Has cached pages made anew at their next request: those of this process at once, those of others within seconds.
 *
 * @param pages paths, and patterns of routes (`/papers/week/[week]/[[...view]]`) for all pages of such a route
 */
export async function renewPages(pages: readonly string[] | "everything"): Promise<void> {
	dropPages(pages);
	try {
		await noteRenewal(pages);
	} catch (error) {
		// What made the pages out of date is saved: it is no failure of that.
		log.warn({ err: error }, "other processes show a change some seconds late");
	}
}

/** Drops pages from this process's cache. Works inside a request only. */
export function dropPages(pages: readonly string[] | "everything"): void {
	if (pages === "everything") revalidatePath("/", "layout");
	else
		for (const page of pages) {
			if (page.includes("[")) revalidatePath(page, "page");
			else revalidatePath(page);
		}
}
