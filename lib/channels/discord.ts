import type { Announcement } from "./announcement";
import { escapeDiscord, shortenTo } from "./texts";

/** Of a message (https://discord.com/developers/docs/resources/message#embed-object-embed-limits). */
const EMBEDS_MAX = 10;

/** So that ten of them stay below the 6,000 characters that all embeds of a message may have. */
const TITLE_MAX = 200;
const BY_MAX = 80;
const SUMMARY_MAX = 300;

const HEADING_MAX = 200;

/** A message in Discord's embeds, one a paper. Whatever stands in it, it mentions nobody. */
export function discordMessage({ heading, url, papers, more }: Announcement): object {
	const shown = papers.slice(0, EMBEDS_MAX);
	const rest = more + papers.length - shown.length;
	return {
		content: [
			`**${shortenTo(heading, HEADING_MAX, escapeDiscord)}**`,
			// In angle brackets it gets no picture of its own.
			rest > 0 ? `${rest} more: <${url}>` : `<${url}>`,
		].join("\n"),
		embeds: shown.map((paper) => ({
			title: shortenTo(paper.title, TITLE_MAX, escapeDiscord) || paper.id,
			url: paper.url,
			description: [shortenTo(paper.facts, BY_MAX, escapeDiscord), shortenTo(paper.summary, SUMMARY_MAX, escapeDiscord)]
				.filter((line) => line !== "")
				.join("\n"),
		})),
		allowed_mentions: { parse: [] },
	};
}
