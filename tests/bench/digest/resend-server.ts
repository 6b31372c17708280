// The fake Resend in a process of its own: what it costs is not the sender's. Its argument is the requests that it takes a second.
import { FakeResend } from "../../fakes/resend";
import { answerMessages } from "../forked";

/** What it saw of a digest. */
export type Seen = {
	mails: number;
	/** Addresses that were sent more than one mail. */
	twice: number;
	requests: number;
	/** From the first request to the last. */
	seconds: number;
	/** In bytes. */
	largestHtml: number;
};

const times: number[] = [];
const rateLimit = Number(process.argv[2]);
const resend = new FakeResend({
	isLean: true,
	...(Number.isFinite(rateLimit) && { rateLimit }),
	drawFault: () => void times.push(performance.now()),
});

function look(): Seen {
	const counts = [...resend.countByAddress().values()];
	return {
		mails: resend.accepted.length,
		twice: counts.filter((count) => count > 1).length,
		requests: times.length,
		seconds: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000,
		largestHtml: resend.accepted.reduce((most, { html }) => Math.max(most, Number(html)), 0),
	};
}

answerMessages(look, await resend.start());
