import { hueOf } from "@/components/ui/hue";

/** Somebody's initials on a colour of their own, as organisations have one. No picture: it would have to come from elsewhere. */
export function Avatar({ handle, name }: { handle: string; name: string }) {
	return (
		<span
			aria-hidden="true"
			style={{ background: hueOf(handle) }}
			className="inline-grid size-8 shrink-0 place-items-center rounded-lg text-[13px] font-semibold text-[#fff]"
		>
			{initialsOf(name || handle)}
		</span>
	);
}

/** The first letters of the first and the last word. */
function initialsOf(name: string): string {
	const words = name.split(/[\s-]+/u).filter((word) => word !== "");
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	return ends.map((word = "") => [...word][0]?.toUpperCase()).join("");
}
