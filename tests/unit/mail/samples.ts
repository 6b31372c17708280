import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { sendAddressMails } from "@/lib/accounts/address-mails";
import { sendSignInMail } from "@/lib/accounts/sign-in-mail";
import { writeFound } from "@/lib/comments/replies/mail";
import { ownParts } from "@/lib/digest/batches";
import { renderSelection } from "@/lib/digest/mail";
import { toMessages } from "@/lib/digest/payload";
import { emptyContent } from "@/lib/digest/select";
import type { Digest, DigestPaper, SelectionContent } from "@/lib/digest/types";
import { listOutbox } from "@/lib/mail/outbox";
import type { Message } from "@/lib/mail/types";
import { type DigestChoices, defaultChoices } from "@/lib/subscribers/choices";
import { writeAlreadySubscribed, writeConfirmation } from "@/lib/subscribers/mails";
import { parseUtcDate, type UtcDate } from "@/lib/time";

/** When all of them are written: each day's tokens are others. */
export const NOW = new Date("2026-06-09T06:00:00Z");

export const FROM = "Broadsheet <digest@papers.example.org>";
const READER = { id: "6f6f7dc3-5b0a-4b59-8f6b-0d6a3c1d2e4f", email: "ada@example.org" };
const TOKEN = "the-token-that-the-link-holds";

const TITLES = [
	"Retrieval that knows when to stop: early exits for long contexts",
	"SmallTalk: speech models that listen while they speak",
	"A survey of surveys: what 1,200 overviews of language models agree on, where they contradict each other, and which of their open problems were closed before they were printed",
	"On the energy of thinking longer",
	"Sketch2Proof: from a picture on a napkin to Lean 4",
	"Tactile diffusion policies for cables and cloth",
	"Do tokenisers dream of compressed sheep?",
	"Neural fields of a whole city from a bus's cameras",
	"Reward models forget what they were told first",
	"Learning to grade: rubric-free evaluation of essays in 14 languages",
	"Counting with attention: an exact account of what transformers can't",
	"Weather at a kilometre: downscaling with flow matching",
];

const SUMMARY =
	"We show that most of what a long context holds is never read, learn when to stop reading it, and halve the time to the first…";

function day(text: string): UtcDate {
	const date = parseUtcDate(text);
	if (!date) throw new Error(`${text} is no day`);
	return date;
}

const listPapers = (count: number): DigestPaper[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `2606.0${4001 + index}`,
		title: TITLES[index % TITLES.length] ?? "",
		summary: SUMMARY,
		by: ["Example Labs", "4 authors", null, "1 author"][index % 4] ?? null,
		upvotes: 214 - 7 * index,
		code: index % 3 === 0 ? `example/paper-${index + 1}` : null,
	}));

const daily: Omit<Digest, "id"> = {
	kind: "daily",
	date: day("2026-06-08"),
	isSample: false,
	papers: listPapers(30),
	risen: [],
};

const idsOf = (first: number, end: number) => daily.papers.slice(first, end).map(({ id }) => id);
const common: SelectionContent = { ...emptyContent("en-US"), papers: idsOf(0, 10) };

const personal: SelectionContent = {
	papers: idsOf(0, 5),
	matches: idsOf(8, 10),
	why: {
		"2606.04002": "Matches your choice “topic: speech”",
		"2606.04009": "By Grace Hopper, whom you follow",
		"2606.04010": "Found by your search “essays grading”",
	},
	risen: [
		{ id: "2606.03977", title: "Mixtures of very small experts", gained: 41, since: day("2026-06-07") },
		{ id: "2606.03981", title: "What a robot can learn from a door", gained: 12, since: day("2026-06-07") },
	],
	language: "en-GB",
};

/** As full as a mail can be: the longest that choices allow. */
const full: SelectionContent = { ...personal, papers: idsOf(0, 25), matches: idsOf(25, 30) };

async function writeDigest(
	digest: Omit<Digest, "id">,
	content: SelectionContent,
	choices: Partial<DigestChoices> = {},
): Promise<Message> {
	const mail = await renderSelection(digest, { id: READER.id, content });
	const own = await ownParts(READER.id, { ...defaultChoices(6), ...choices });
	const oneClickUrl = "https://papers.example.org/api/unsubscribe?token=token-of-the-recipient";
	const recipients = [{ email: READER.email, mail: 0, own }];
	const [message] = toMessages({ from: FROM, mails: [mail], oneClickUrl, recipients });
	if (!message) throw new Error("a batch of one made no mail");
	return message;
}

/** Through the outbox, as these are sent as they are written. */
async function writeAccountMails(): Promise<[name: string, Message][]> {
	const intent = {};
	await sendSignInMail({ to: "sign-in@example.org", token: TOKEN, intent });
	await sendSignInMail({ to: "sign-in-to-upvote@example.org", token: `${TOKEN}-2`, intent, upvotedTitle: TITLES[0] });
	await sendAddressMails({
		email: "address-old@example.org",
		newEmail: "address-new@example.org",
		tokens: { old: `old-${TOKEN}`, new: `new-${TOKEN}` },
		isTaken: false,
	});
	await sendAddressMails({
		email: "address-other@example.org",
		newEmail: "address-taken@example.org",
		tokens: { old: "other", new: "taken" },
		isTaken: true,
	});
	const mails = (await listOutbox(10)).map((mail): [string, Message] => [mail.to.replace(/@.*/, ""), mail]);
	return mails.filter(([name]) => name !== "address-other");
}

/** A mail of each kind that there is, by its name, written by what writes it for readers. */
export async function writeSamples(): Promise<Map<string, Message>> {
	const outbox = await mkdtemp(path.join(os.tmpdir(), "outbox-"));
	vi.useFakeTimers({ toFake: ["Date"], now: NOW });
	vi.stubEnv("APP_URL", "https://papers.example.org");
	vi.stubEnv("MAIL_FROM", FROM);
	vi.stubEnv("OUTBOX_DIR", outbox);
	try {
		const weekly = { ...daily, kind: "weekly" as const };
		const risenWeekly = personal.risen.map((paper) => ({ ...paper, since: day("2026-06-01") }));
		const berlin = { rhythm: "weekly" as const, weekday: 1, hour: 8, timeZone: "Europe/Berlin" };
		const reply = {
			user: READER,
			comment: {
				body: "We did try that: see the appendix.\n\nThe gain is *half* of what the main table shows, as $k$ grows.",
				paper: { id: "2606.04001", title: TITLES[0] ?? "" },
				author: { name: "Grace Hopper", handle: "grace" },
			},
		};
		return new Map<string, Message>([
			["daily", await writeDigest(daily, common)],
			["daily-sample", await writeDigest({ ...daily, isSample: true }, common)],
			["daily-personal", await writeDigest(daily, personal, { hour: 8, timeZone: "Europe/Berlin" })],
			[
				"daily-full",
				await writeDigest(daily, full, { rhythm: "weekdays", timeZone: "America/Argentina/Buenos_Aires" }),
			],
			["weekly", await writeDigest(weekly, { ...common, risen: risenWeekly, language: "de" }, berlin)],
			["empty", await writeDigest(daily, emptyContent("en-US"))],
			["confirm", { to: READER.email, ...(await writeConfirmation(READER.id, NOW)) }],
			["subscribed-already", { to: READER.email, ...(await writeAlreadySubscribed(READER.id, NOW)) }],
			["reply", await writeFound(7n, reply)],
			...(await writeAccountMails()),
		]);
	} finally {
		vi.useRealTimers();
		vi.unstubAllEnvs();
		await rm(outbox, { recursive: true, force: true });
	}
}
