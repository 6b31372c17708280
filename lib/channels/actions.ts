"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { currentUser } from "../accounts/queries";
import { isSameOrigin } from "../http/origin";
import { log } from "../log";
import { addChannel, changeChannel, removeChannel, repost, setPaused, testChannel } from "./mutations";
import { type ChannelAsked, channelForm, readTyped } from "./schemas";
import type { ChannelState } from "./types";
import { CHANNEL_DONE, CHANNEL_WORDS, sayTest } from "./words";

/** Takes the forms of the channels' page. */
export async function channelAction(_previous: ChannelState, form: FormData): Promise<ChannelState> {
	const refuse = (reason: keyof typeof CHANNEL_WORDS): ChannelState => ({
		problem: CHANNEL_WORDS[reason],
		typed: readTyped(form),
	});
	const request = await headers();
	if (!isSameOrigin(request)) return refuse("foreign-form");
	const asked = channelForm.safeParse(Object.fromEntries(form));
	if (!asked.success) return refuse("no-form");
	try {
		const user = await currentUser(request);
		if (user === undefined) return refuse("not-a-curator");
		const now = new Date();
		if (asked.data.act === "test_channel") {
			const tested = await testChannel(user.id, asked.data.id, now);
			return tested.ok ? sayTest(tested.value.name, tested.value.outcome) : refuse(tested.reason);
		}
		const result = await change(user.id, asked.data, now);
		refresh();
		return result.ok ? { done: CHANNEL_DONE[asked.data.act], ...result.value } : refuse(result.reason);
	} catch (error) {
		log.error({ err: error }, "a channel was not changed");
		return refuse("failed");
	}
}

function change(userId: string, asked: Exclude<ChannelAsked, { act: "test_channel" }>, now: Date) {
	switch (asked.act) {
		case "add_channel": {
			const { act: _act, ...typed } = asked;
			return addChannel(userId, typed, now);
		}
		case "change_channel": {
			const { act: _act, id, ...typed } = asked;
			return changeChannel(userId, id, typed, now);
		}
		case "remove_channel":
			return removeChannel(userId, asked.id, now);
		case "repost_channel":
			return repost(userId, asked.id, now);
		default:
			return setPaused(userId, asked.id, asked.act === "pause_channel", now);
	}
}
