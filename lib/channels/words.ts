import type { ChannelAsked } from "./schemas";
import type { ChannelKind, ChannelRefusal, PostState, TryOutcome } from "./types";

export const KIND_NAMES: Record<ChannelKind, string> = { slack: "Slack", discord: "Discord", webhook: "Webhook" };

export const POST_WORDS: Record<PostState, string> = {
	planned: "waits",
	submitted: "posted",
	rejected: "not posted",
	skipped: "left out",
	unknown: "may or may not have been posted",
};

/** What curators are told. */
export const CHANNEL_WORDS: Record<ChannelRefusal | "foreign-form" | "no-form" | "failed", string> = {
	"not-a-curator": "There is no such page.",
	"unknown-channel": "This channel is gone: somebody has removed it.",
	"too-many": "There are as many channels as there can be. Remove one first.",
	"no-address": "This is no address. It begins with https://, and has no user name.",
	"not-https": "The address of a webhook begins with https://.",
	"not-slack":
		"This is no address of an incoming webhook of Slack's: they begin with https://hooks.slack.com/services/.",
	"not-discord": "This is no address of a webhook of Discord's: they begin with https://discord.com/api/webhooks/.",
	"private-address": "This address leads into a private network, where nothing is sent.",
	"not-repostable": "Only the last digest of a channel can be posted again, and only one that was not posted for sure.",
	"foreign-form": "This form did not come from this site, so nothing was done. Reload the page and try again.",
	"no-form": "A channel needs a name, an address, and from 1 to 25 papers. Nothing was changed.",
	failed: "Nothing was changed: our database can't be reached just now. Try again in a minute.",
};

export const CHANNEL_DONE: Record<Exclude<ChannelAsked["act"], "test_channel">, string> = {
	add_channel: "Added. Press “Send a test now” to see whether messages arrive.",
	change_channel: "Changed.",
	pause_channel: "Paused: it gets nothing until you resume it.",
	resume_channel: "Resumed: it gets the newest digest next, unless it has had it.",
	remove_channel: "Removed.",
	repost_channel: "It is posted again within a minute or two.",
};

/** What came of a test. */
export function sayTest(name: string, outcome: TryOutcome): { done: string } | { problem: string } {
	switch (outcome.kind) {
		case "submitted":
			return { done: `The test has arrived at “${name}”.` };
		case "rejected":
			return { problem: `“${name}” does not take the test: ${outcome.reason}.` };
		case "retry":
			return { problem: `“${name}” does not take the test just now: ${outcome.reason}.` };
		case "lost":
			return { problem: `The test may or may not have arrived at “${name}”: ${outcome.reason}.` };
	}
}
