"use client";

import { useEffect } from "react";
import { useSwitch } from "@/components/toggles/use-toggle";
import { Button } from "@/components/ui/button";
import { ProblemNote } from "@/components/ui/problem-note";
import type { Followed } from "@/lib/following/types";
import { follows, keyOf, watchFollow } from "./follow-store";

/** Follows an author, an organisation, a topic or a search, or no longer. Without a script it is a form, and works too. */
export function FollowButton({ of }: { of: Followed }) {
	const key = keyOf(of);
	const { isOn, problem } = useSwitch(follows, key);
	useEffect(() => watchFollow(key), [key]);
	return (
		<form
			method="post"
			action="/api/following"
			className="no-print relative w-fit"
			onSubmit={(event) => {
				event.preventDefault();
				void follows.press(key);
			}}
		>
			<input type="hidden" name="kind" value={of.kind} />
			<input type="hidden" name="slug" value={of.slug} />
			<Button
				look="quiet"
				aria-pressed={isOn}
				aria-label={`${isOn ? "Following" : "Follow"} ${of.kind === "search" ? `the search ${of.name}` : of.name}`}
				className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
			>
				{isOn ? "Following" : "Follow"}
			</Button>
			{problem && <ProblemNote sentence={problem} dismiss={() => follows.dismiss(key)} />}
		</form>
	);
}
