import { parseSlug } from "../papers/slug";
import { parseView, type View, viewPath } from "./views";

/** The orders of an author's, an organisation's or a topic's papers; the first needs no word in the address. */
export const SUBJECT_ORDERS = ["top", "new"] as const;

/** What an address such as `/authors/ada-lovelace/new/2` asks for. */
export type SubjectAddress = {
	/** As the database has it; `segment` is the same as it stands in addresses, percent-encoded. */
	slug: string;
	segment: string;
	/** Of the subject's page, in its own order. */
	base: string;
	view: View;
	/** The one address of what is asked for, and whether it was asked for by another. */
	path: string;
	isMisspelled: boolean;
};

/**
 * Reads the address of a page that lists the papers of an author, an organisation or a topic.
 *
 * @param folder where such pages are (`/authors`)
 * @param params what stands behind it, as Next gives it
 * @returns undefined for what can't be one
 */
export function parseSubjectAddress(
	folder: string,
	params: { slug: string; view?: string[] },
): SubjectAddress | undefined {
	const { slug: segment, view: segments = [] } = params;
	const [slug, view] = [parseSlug(segment), parseView(segments, SUBJECT_ORDERS)];
	if (slug === undefined || view === undefined) return undefined;
	const base = `${folder}/${segment}`;
	const path = viewPath(base, view, SUBJECT_ORDERS);
	return { slug, segment, base, view, path, isMisspelled: path !== [base, ...segments].join("/") };
}
