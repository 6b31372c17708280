"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { currentUser } from "../accounts/queries";
import { env } from "../env";
import { isSameOrigin } from "../http/origin";
import { log } from "../log";
import type { Result } from "../result";
import { createList, deleteList, putOnList, renameList, takeOffList } from "./lists";
import { removeSaved } from "./mutations";
import { makeFeedToken, revokeFeed } from "./private-feed";
import { libraryForm, readFields } from "./schemas";
import { chooseSeenMode, forgetSeen } from "./seen";
import type { LibraryRefusal, LibraryState } from "./types";
import { countPapers, LIBRARY_WORDS } from "./words";

type Asked = z.infer<typeof libraryForm>;

/** Takes all forms of the library's own pages. */
export async function libraryAction(_previous: LibraryState, form: FormData): Promise<LibraryState> {
	const name = String(form.get("name") ?? "");
	const refuse = (reason: keyof typeof LIBRARY_WORDS): LibraryState => ({ name, problem: LIBRARY_WORDS[reason] });
	const request = await headers();
	if (!isSameOrigin(request)) return refuse("foreign-form");
	const asked = libraryForm.safeParse(readFields(form));
	if (!asked.success) return refuse(asked.error.issues[0]?.path[0] === "name" ? "no-name" : "no-form");
	const answer = await act(request, asked.data).catch((error: unknown) => {
		log.error({ err: error }, "a library was not changed");
		return "failed" as const;
	});
	if (typeof answer === "string") return refuse(answer);
	if (asked.data.act === "delete-list") redirect("/library" as Route);
	refresh();
	return answer;
}

async function act(request: Headers, asked: Asked): Promise<LibraryState | LibraryRefusal | "signed-out"> {
	const user = await currentUser(request);
	if (user === undefined) return "signed-out";
	switch (asked.act) {
		case "create-list":
			return say(await createList(user.id, asked.name), () => `“${asked.name}” is there. Choose papers to put on it.`);
		case "rename-list":
			return say(await renameList(user.id, asked.list, asked.name), () => "Renamed.");
		case "delete-list":
			return say(await deleteList(user.id, asked.list), () => "Deleted.");
		case "put-on-list":
			return say(await putOnList(user.id, asked.list, asked.papers), ({ papers }) => `${countPapers(papers)} added.`);
		case "take-off-list":
			return say(
				await takeOffList(user.id, asked.from, asked.papers),
				({ papers }) => `${countPapers(papers)} taken off.`,
			);
		case "remove":
			return say(await removeSaved(user.id, asked.papers), ({ papers }) => `${countPapers(papers)} removed.`);
		case "choose-seen":
			await chooseSeenMode(user.id, asked.mode, asked.mode === "off" && asked.forget === "on");
			return { done: asked.mode === "off" ? "Off: from now on nothing is kept." : "Saved." };
		case "forget-seen":
			return { done: `${countPapers(await forgetSeen(user.id))} forgotten.` };
		case "make-feed":
			return { feedUrl: new URL(`/library/feed/${await makeFeedToken(user.id)}`, env().APP_URL).href };
		case "revoke-feed":
			await revokeFeed(user.id);
			return { done: "The address is void: who asks for it is told that there is nothing." };
	}
}

function say<Value, Reason extends LibraryRefusal>(
	result: Result<Value, Reason>,
	words: (value: Value) => string,
): LibraryState | Reason {
	return result.ok ? { done: words(result.value) } : result.reason;
}
