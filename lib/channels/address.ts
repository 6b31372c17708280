import "server-only";
import { isIP } from "node:net";
import { env } from "../env";
import { done, type Result, refused } from "../result";
import { isLoopbackName, isPrivateAddress } from "./private-addresses";
import type { ChannelKind, ChannelRefusal } from "./types";

export type AddressRules = {
	slackBase: string;
	discordBase: string;
	/** Where the site itself is on the machine of whoever tries it out: private hosts and http are theirs to use. */
	allowsPrivate: boolean;
};

/** The rules that follow from the settings. */
export function addressRules(): AddressRules {
	const { SLACK_BASE_URL, DISCORD_BASE_URL, APP_URL } = env();
	return {
		slackBase: SLACK_BASE_URL,
		discordBase: DISCORD_BASE_URL,
		allowsPrivate: isLoopbackName(new URL(APP_URL).hostname),
	};
}

/** Slack's other addresses take no messages. */
const SLACK_PATH = /^\/services\/[^/]+\/[^/]+\/[^/]+$/;
const DISCORD_PATH = /^\/api\/(v\d+\/)?webhooks\/\d+\/[^/]+$/;

/**
 * Reads the address of a channel, as typed. Which addresses its host has is looked at when something is posted, each time.
 *
 * @returns the address in one spelling
 */
export function readAddress(
	kind: ChannelKind,
	text: string,
	rules: AddressRules,
): Result<
	string,
	Extract<ChannelRefusal, "no-address" | "not-https" | "not-slack" | "not-discord" | "private-address">
> {
	if (!URL.canParse(text)) return refused("no-address");
	const url = new URL(text);
	if (url.username !== "" || url.password !== "" || url.hostname === "") return refused("no-address");
	url.hash = "";
	if (kind === "slack") return isAt(url, rules.slackBase, SLACK_PATH) ? done(url.href) : refused("not-slack");
	if (kind === "discord") return isAt(url, rules.discordBase, DISCORD_PATH) ? done(url.href) : refused("not-discord");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && rules.allowsPrivate)) return refused("not-https");
	if (!rules.allowsPrivate && isPrivateHost(url)) return refused("private-address");
	return done(url.href);
}

/** Whether a host needs no asking to be known as private. */
export function isPrivateHost({ hostname }: URL): boolean {
	const address = hostname.replace(/^\[(.*)\]$/, "$1");
	return isIP(address) === 0 ? isLoopbackName(hostname) : isPrivateAddress(address);
}

function isAt(url: URL, base: string, path: RegExp): boolean {
	return url.origin === new URL(base).origin && path.test(url.pathname);
}

/** As much of an address as may be shown: its host, and its last four characters where there are more that are not. */
export function showAddress(text: string): string {
	const { host, pathname, search } = new URL(text);
	const rest = `${pathname}${search}`;
	return rest.length < 12 ? `${host}/…` : `${host}/…${rest.slice(-4)}`;
}
