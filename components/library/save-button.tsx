"use client";

import { useEffect } from "react";
import { useSwitch } from "@/components/toggles/use-toggle";
import { ProblemNote } from "@/components/ui/problem-note";
import { saves, watchSave } from "./save-store";

/** Puts a paper into the viewer's library, or takes it out. Without a script it is a form, and works too. */
export function SaveButton({ paper: { id, title } }: { paper: { id: string; title: string | { text: string } } }) {
	const { isOn, problem } = useSwitch(saves, id);
	useEffect(() => watchSave(id), [id]);
	return (
		<form
			method="post"
			action="/api/saves"
			className="save"
			onSubmit={(event) => {
				event.preventDefault();
				void saves.press(id);
			}}
		>
			<button
				type="submit"
				name="paper"
				value={id}
				aria-pressed={isOn}
				aria-label={`${isOn ? "Saved" : "Save"}: ${typeof title === "string" ? title : title.text}`}
			>
				{isOn ? "Saved" : "Save"}
			</button>
			{problem && <ProblemNote sentence={problem} dismiss={() => saves.dismiss(id)} />}
		</form>
	);
}
