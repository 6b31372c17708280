import { z } from "zod";
import { formatMonthDayYear, parseUtcDate } from "../time";

const day = z.string().transform((text) => {
	const date = parseUtcDate(text);
	return date === undefined ? text : formatMonthDayYear(date);
});

const listed = z.object({ date: day });
const moved = z.object({ from: day, to: day });
const hidden = z.object({ reason: z.string().optional() });

/**
 * What an act did, as a sentence goes on after the name of who did it: `moved it from Jun 8, 2026 to Jun 9, 2026`.
 *
 * @param detail as its audit row holds it
 */
export function sayAct(act: "submit" | "add" | "hide" | "unhide" | "move", detail: unknown): string {
	switch (act) {
		case "submit":
			return `submitted it for ${listed.parse(detail).date}`;
		case "add":
			return `added it to ${listed.parse(detail).date}`;
		case "move": {
			const { from, to } = moved.parse(detail);
			return `moved it from ${from} to ${to}`;
		}
		case "hide": {
			const { reason } = hidden.parse(detail);
			return reason ? `hid it: ${reason}` : "hid it";
		}
		case "unhide":
			return "showed it again";
	}
}
