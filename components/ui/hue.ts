/** Hues of equal weight to the eye, on which white letters can be read. */
const HUES = 12;

/** The colour behind an initial, always the same for the same name. */
export function hueOf(name: string): string {
	let sum = 0;
	for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
	return `oklch(45% 0.13 ${(sum % HUES) * (360 / HUES)})`;
}
