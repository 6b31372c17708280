import "server-only";
import type { DigestChoices } from "../subscribers/choices";
import type { PaperFacts } from "./criteria";
import { firstDayOf } from "./days";
import { listFacts } from "./facts";
import { listReasons, prepareSearches } from "./follows";
import { emptyContent, selectContent } from "./select";
import type { listSent } from "./sent";
import type { Digest, SelectionContent } from "./types";

/** A subscriber whose mail is put together. */
export type Recipient = { id: string; choices: DigestChoices };

/**
 * Makes ready to put together mails of one digest.
 *
 * @param findSent which papers subscribers were sent
 * @returns what gives each subscriber's content, in their order; undefined where there is nothing worth a mail, and
 *   none is asked for even so
 */
export function prepareContents(digest: Omit<Digest, "id" | "isSample">, findSent: typeof listSent) {
	const ids = digest.papers.map(({ id }) => id);
	const addSearches = prepareSearches(firstDayOf(digest), digest.date, ids.length);
	let known: Promise<Map<string, PaperFacts>> | undefined;
	const findFacts = (recipients: Recipient[]) => {
		if (recipients.every(({ choices }) => choices.include.length + choices.exclude.length === 0)) return new Map();
		known ??= listFacts(ids);
		return known;
	};
	return async (recipients: Recipient[]): Promise<(SelectionContent | undefined)[]> => {
		const followers = recipients.filter(({ choices }) => choices.withFollows).map(({ id }) => id);
		const [sent, reasons, facts] = await Promise.all([
			findSent(
				recipients.map(({ id }) => id),
				[...ids, ...digest.risen.map(({ id }) => id)],
			),
			listReasons(followers, ids),
			findFacts(recipients),
		]);
		await addSearches(reasons, followers);
		return recipients.map(({ id, choices }) => {
			const mine = { sent: sent.get(id) ?? new Set<string>(), why: reasons.get(id) ?? new Map<string, string>() };
			return (
				selectContent({ digest, choices, facts, ...mine }) ??
				(choices.evenIfEmpty ? emptyContent(choices.language) : undefined)
			);
		});
	};
}
