import type { Organization } from "@/lib/papers/types";

/** Hues of equal weight to the eye, on which white letters can be read. */
const HUES = 12;

/** An organisation's initial and name, where authors stand otherwise. Its colour is always the same. */
export function OrganizationMark({ organization: { name, slug } }: { organization: Organization }) {
	return (
		<>
			<i aria-hidden="true" style={{ background: `oklch(45% 0.13 ${hueOf(slug)})` }}>
				{[...name][0]?.toUpperCase()}
			</i>
			{name}
		</>
	);
}

function hueOf(slug: string): number {
	let sum = 0;
	for (const character of slug) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
	return (sum % HUES) * (360 / HUES);
}
