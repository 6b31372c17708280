import "server-only";
import { revalidatePath } from "next/cache";

/**
 * Has cached pages made anew at their next request. Works inside a request only: other processes ask
 * `/api/internal/revalidate` to.
 *
 * @param pages paths, and patterns of routes (`/papers/week/[week]/[[...view]]`) for all pages of such a route
 */
export function renewPages(pages: readonly string[] | "everything"): void {
	if (pages === "everything") revalidatePath("/", "layout");
	else
		for (const page of pages) {
			if (page.includes("[")) revalidatePath(page, "page");
			else revalidatePath(page);
		}
}
