import type { Seeded } from "../seeded";
import { fraction, NEW_AUTHORS } from "./figures";
import { makeName } from "./words";

/** Whoever wrote among the last so many lines of authors may write again, who wrote more more likely: as long as a career. */
const CAREER_LINES = 80_000;
/** Of those who write again, so many are taken without regard to how much they wrote. */
const EVENLY = 0.4;
const FAMILIES = 20_000;

/** Gives the authors of one paper after the other, as numbers from 0 in the order in which they first come. */
export function createPeople() {
	const lines: number[] = [];
	let count = 0;
	let next = 0;
	const pickAgain = (seeded: Seeded) => {
		const oldest = lines.length < CAREER_LINES ? 0 : (lines[next] ?? 0);
		if (fraction(seeded) < EVENLY) return oldest + seeded.below(count - oldest);
		return lines[seeded.below(lines.length)] ?? 0;
	};
	const pick = (seeded: Seeded) => (count === 0 || fraction(seeded) < NEW_AUTHORS ? count++ : pickAgain(seeded));
	return {
		/** @returns all different; one or two less than wished for, where one would be there twice */
		pickAuthors(wished: number, seeded: Seeded): number[] {
			const authors = [...new Set(Array.from({ length: wished }, () => pick(seeded)))];
			for (const author of authors) {
				lines[next] = author;
				next = (next + 1) % CAREER_LINES;
			}
			return authors;
		},
	};
}

/** Different for each; many share a family name or a given name. */
export function nameOf(author: number): string {
	return `${makeName(Math.floor(author / FAMILIES), 2)} ${makeName(author % FAMILIES, 3)}`;
}

/** An organisation by its number, more papers having the lower ones. */
export function pickOrganization(count: number, seeded: Seeded): number {
	return Math.floor(count * fraction(seeded) ** 2);
}

export function organizationName(number: number): string {
	return `${makeName(number, 2)} ${makeName(number * 7, 2)}`;
}
