import { z } from "zod";
import type { Typed } from "./types";

export const NAME_MAX = 60;
export const PAPERS_MAX = 25;
export const URL_MAX = 2000;

const choices = {
	name: z
		.string()
		.transform((text) => text.replace(/[\p{C}\s]+/gu, " ").trim())
		.pipe(z.string().min(1).max(NAME_MAX)),
	kind: z.enum(["slack", "discord", "webhook"]),
	digest: z.enum(["daily", "weekly"]),
	papers: z.coerce.number().int().min(1).max(PAPERS_MAX),
	url: z.string().trim().max(URL_MAX),
};

/** What the forms of the channels' page send. An empty address in a change leaves it as it is. */
export const channelForm = z.discriminatedUnion("act", [
	z.object({ act: z.literal("add_channel"), ...choices }),
	z.object({ act: z.literal("change_channel"), id: z.uuid(), ...choices }),
	z.object({ act: z.enum(["pause_channel", "resume_channel", "remove_channel", "test_channel"]), id: z.uuid() }),
	/** The id is the post's. */
	z.object({ act: z.literal("repost_channel"), id: z.uuid() }),
]);

export type ChannelAsked = z.infer<typeof channelForm>;

/** What a button does to a channel or one of its posts. */
export type ChannelOperation = Exclude<ChannelAsked["act"], "add_channel" | "change_channel">;

/** What was typed of a channel, right or wrong, for the form to show again. */
export function readTyped(form: FormData): Typed {
	const fields = ["name", "kind", "digest", "papers", "url"].flatMap((name) => {
		const value = form.get(name);
		return typeof value === "string" ? [[name, value]] : [];
	});
	return Object.fromEntries(fields);
}
