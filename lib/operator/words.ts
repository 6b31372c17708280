import type { Operation } from "./schemas";
import type { FileProblem, LineProblem, OperateRefusal } from "./types";

/** What curators are told who look after the mail. */
export const OPERATE_WORDS: Record<OperateRefusal | "foreign-form" | "no-form" | "failed", string> = {
	"not-a-curator": "There is no such page.",
	"unknown-delivery": "This mail is gone: its subscriber has deleted the account.",
	"unknown-subscriber": "Nobody with this address has ever subscribed here.",
	"not-subscribed": "This address does not subscribe any more, so nothing goes to it.",
	"not-to-resend": "This mail went out, or waits to: somebody was faster. Nothing was changed.",
	"no-digest": "There is no closed edition with papers yet, so there is nothing to send.",
	"not-confirmed": "Your own address is not confirmed. Sign in by mail once, then try again.",
	"not-sent": "The mail could not be sent. The log says why.",
	"foreign-form": "This form did not come from this site, so nothing was done. Reload the page and try again.",
	"no-form": "This form could not be read, so nothing was done. Reload the page and try again.",
	failed: "Nothing was changed: our database can't be reached just now. Try again in a minute.",
};

export const OPERATE_DONE: Record<Operation, string> = {
	stop_digests: "Stopped. A batch that is under way may still go out; no other is begun.",
	resume_digests: "The digests go on with the next run, within some minutes.",
	test_digest: "Sent: look into your inbox.",
	resend_delivery: "It goes out with the next run, within some minutes.",
	end_subscription: "The subscription has ended. Nothing more goes to this address.",
};

/** Why lines were left out, as it follows on “left out as”. */
export const LINE_WORDS: Record<LineProblem, string> = {
	cells: "it has more or fewer cells than the first line",
	"no-address": "this is no address",
	"no-consent": "it does not say when they agreed",
	"no-instant": "when they agreed is no day or instant with an offset, such as 2026-06-08 or 2026-06-08T06:00:00Z",
	future: "they are to agree in the future",
	"no-source": "it does not say where they agreed",
	"long-source": "where they agreed has more than 200 characters",
	duplicate: "the address stood in an earlier line",
	subscribes: "they subscribe already",
	left: "they have left, and are never mailed again by an import",
	bounced: "mail to them came back, and they are never mailed again by an import",
	complained: "they called our mail spam, and are never mailed again by an import",
};

const FILE_WORDS: Record<FileProblem["kind"] | "no-text" | "too-long", string> = {
	"no-csv": "This is no CSV: a quote stands where none may, or is never closed. Nobody was imported.",
	"no-columns": "The first line must name the columns email, consent_at and source, each once. Nobody was imported.",
	"no-rows": "There is nobody in it.",
	"too-many-rows": "It has more than 200,000 lines. Split it. Nobody was imported.",
	"no-text": "This is no text in UTF-8. Nobody was imported.",
	"too-long": "It has more than 20 MB. Split it. Nobody was imported.",
};

/** What was wrong with a file, by the words of its page's address; undefined where nothing was. */
export function describeFileProblem({
	problem,
	line,
}: Record<string, string | string[] | undefined>): string | undefined {
	const words = Object.entries(FILE_WORDS).find(([kind]) => kind === problem)?.[1];
	if (words === undefined) return undefined;
	const at = Number(line);
	return Number.isInteger(at) && at > 0 ? `Line ${at}: ${words}` : words;
}
