import type { Announcement } from "./announcement";
import { escapeSlack, shortenTo, toLine } from "./texts";

/** Of a header, in characters (https://docs.slack.dev/reference/block-kit/blocks/header-block). */
const HEADER_MAX = 150;

/** Together far below the 3,000 characters of a section, and its blocks with 25 papers below the 50 of a message. */
const TITLE_MAX = 1000;
const BY_MAX = 200;
const SUMMARY_MAX = 1000;

/** A message in Slack's Block Kit. Its `text` is what a notification shows. */
export function slackMessage({ heading, subject, url, papers, more }: Announcement): object {
	return {
		text: shortenTo(subject, TITLE_MAX, escapeSlack),
		unfurl_links: false,
		unfurl_media: false,
		blocks: [
			{ type: "header", text: { type: "plain_text", text: shortenTo(heading, HEADER_MAX, toLine), emoji: false } },
			...papers.map((paper) => ({
				type: "section",
				text: mrkdwn(
					[
						`${paper.rank}. <${paper.url}|${shortenTo(paper.title, TITLE_MAX, escapeSlack) || paper.id}>`,
						shortenTo(paper.facts, BY_MAX, escapeSlack),
						shortenTo(paper.summary, SUMMARY_MAX, escapeSlack),
					]
						.filter((line) => line !== "")
						.join("\n"),
				),
			})),
			{ type: "context", elements: [mrkdwn(`<${url}|${more > 0 ? `${more} more` : "On the site"}>`)] },
		],
	};
}

/** `verbatim`, so that Slack makes no links and mentions of names that happen to be in a text. */
function mrkdwn(text: string): object {
	return { type: "mrkdwn", text, verbatim: true };
}
