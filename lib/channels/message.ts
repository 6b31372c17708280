import "server-only";
import type { Digest } from "../digest/types";
import { linkTo } from "../mail/links";
import { announce } from "./announcement";
import { discordMessage } from "./discord";
import { slackMessage } from "./slack";
import { escapeDiscord, escapeSlack } from "./texts";
import type { ChannelChoices } from "./types";

/**
 * Writes what a channel gets of a digest, as it goes out.
 *
 * @param now when the digest is announced, for programs
 */
export function writePost(
	{ kind, papers }: Pick<ChannelChoices, "kind" | "papers">,
	digest: Digest,
	now: Date,
): string {
	const announcement = announce(digest, papers);
	if (kind === "slack") return JSON.stringify(slackMessage(announcement));
	if (kind === "discord") return JSON.stringify(discordMessage(announcement));
	return JSON.stringify({
		type: `digest.${digest.kind}`,
		timestamp: now.toISOString(),
		data: {
			date: digest.date,
			sample: digest.isSample,
			url: announcement.url,
			papers: digest.papers.slice(0, papers).map(({ id, title, summary, by, upvotes }, index) => ({
				rank: index + 1,
				id,
				title,
				summary,
				by,
				upvotes,
				url: linkTo(`/papers/${id}`),
			})),
		},
	});
}

/** Writes a message that says that it is a test. */
export function writeTest({ kind, name }: Pick<ChannelChoices, "kind" | "name">, now: Date): string {
	const sentence = `A test: the digest comes to “${name}”, from ${linkTo("/")}`;
	if (kind === "slack") return JSON.stringify({ text: escapeSlack(sentence), unfurl_links: false });
	if (kind === "discord") return JSON.stringify({ content: escapeDiscord(sentence), allowed_mentions: { parse: [] } });
	return JSON.stringify({ type: "channel.test", timestamp: now.toISOString(), data: { name } });
}
