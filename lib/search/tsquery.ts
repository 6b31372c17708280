/** Texts that Postgres reads as `tsquery`: https://www.postgresql.org/docs/current/datatype-textsearch.html */

/** A lexeme or a mark, whatever signs are in it. */
export function quote(lexeme: string): string {
	return `'${lexeme.replace(/[\\']/g, "$&$&")}'`;
}

/** Undefined parts ask for nothing and are left out; undefined if none is left. */
export function and(parts: readonly (string | undefined)[]): string | undefined {
	return join(parts, " & ");
}

/** As `and`; undefined parts are no alternatives. */
export function or(parts: readonly (string | undefined)[]): string | undefined {
	return join(parts, " | ");
}

/** Words that stand one after the other, as far apart as their places say. */
export function phrase(words: readonly { lexeme: string; place: number }[]): string | undefined {
	const [first, ...others] = words;
	if (first === undefined) return undefined;
	let text = quote(first.lexeme);
	let place = first.place;
	for (const word of others) {
		text += ` <${word.place - place}> ${quote(word.lexeme)}`;
		place = word.place;
	}
	return others.length === 0 ? text : `(${text})`;
}

function join(parts: readonly (string | undefined)[], operator: string): string | undefined {
	const present = parts.filter((part) => part !== undefined);
	return present.length > 1 ? `(${present.join(operator)})` : present[0];
}
