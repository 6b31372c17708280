import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import type { Month } from "./months";
import { type KnownWord, nearestWord } from "./spelling";

/** A text to look up, and as what: the words of names are kept as they are. */
export type Asked = { kind: "word" | "phrase" | "name"; text: string; excluded: boolean };

const found = z.object({
	/** Place of the text among those asked. */
	nr: z.int(),
	/** Of the word in it, from 1. */
	place: z.int(),
	word: z.string(),
	/** Null for a word that says nothing, such as "the". */
	lexeme: z.string().nullable(),
	papers: z.int(),
	titled: z.int(),
	/** The word in its parts, as `tsquery`: "finetuning" may be "fine-tuning". */
	apart: z.string().nullable(),
	/** The lexeme of this word and the next one in one: "fine tuning" may be "finetuning". */
	joined: z.string().nullable(),
	joinedPapers: z.int(),
});

/** A word of what was asked, and what stands for it in documents. Counts are of papers, in all texts and in titles. */
export type FoundWord = z.infer<typeof found>;

const lookedUp = z.tuple([
	z.object({ found: found.array(), months: z.array(z.object({ month: z.string(), papers: z.int() })) }),
]);

/**
 * Looks up texts word by word.
 *
 * @returns in order what stands for each word in documents, and in how many; and the months in which papers were listed, newest first
 */
export async function lookUp(db: Db, asked: readonly Asked[]): Promise<{ found: FoundWord[]; months: Month[] }> {
	const kinds = asked.map(({ kind, excluded }) => (excluded && kind === "word" ? "phrase" : kind));
	const rows = await db.$queryRaw`
		WITH asked AS (
			SELECT a.nr, a.kind, w.place, w.word,
				lead(w.word) OVER (PARTITION BY a.kind ORDER BY a.nr, w.place) AS next
			FROM unnest(${asked.map(({ text }) => text)}::text[], ${kinds}::text[])
				WITH ORDINALITY AS a (text, kind, nr)
			CROSS JOIN LATERAL string_to_table(fold_words(a.text), ' ') WITH ORDINALITY AS w (word, place)
			WHERE w.word <> ''
		), found AS (
			SELECT a.nr::int - 1 AS nr, a.place::int, a.word, l.lexeme,
				coalesce(c.papers, 0) AS papers, coalesce(t.papers, 0) AS titled,
				CASE WHEN numnode(s.apart) > 1 THEN s.apart::text END AS apart,
				j.lexeme AS joined, coalesce(jc.papers, 0) AS "joinedPapers"
			FROM asked a
			LEFT JOIN LATERAL unnest(CASE
				WHEN a.kind = 'name' THEN ARRAY['@' || a.word]
				ELSE tsvector_to_array(to_tsvector('pg_catalog.english', a.word))
			END) AS l (lexeme) ON true
			LEFT JOIN search_lexemes c ON c.lexeme = l.lexeme
			LEFT JOIN search_lexemes t ON t.lexeme = '=' || l.lexeme
			LEFT JOIN LATERAL (
				SELECT phraseto_tsquery('pg_catalog.english', parts) AS apart FROM search_compounds
				WHERE word = a.word AND a.kind = 'word' OFFSET 0
			) s ON true
			LEFT JOIN LATERAL (
				SELECT c.lexeme FROM search_compounds c JOIN search_words w ON w.word = c.word
				WHERE c.lexeme = ANY(tsvector_to_array(to_tsvector('pg_catalog.english', a.word || a.next)))
					AND length(c.lexeme) > length(a.word) AND a.kind = 'word'
				LIMIT 1
			) j ON true
			LEFT JOIN search_lexemes jc ON jc.lexeme = j.lexeme
		), months AS (
			SELECT substr(lexeme, 3) AS month, papers FROM search_lexemes
			WHERE lexeme >= '/m' AND lexeme < '/n' AND papers > 0
		)
		SELECT (SELECT coalesce(json_agg(found ORDER BY nr, place), '[]') FROM found) AS found,
			(SELECT coalesce(json_agg(months ORDER BY month DESC), '[]') FROM months) AS months`;
	const [lists] = lookedUp.parse(rows);
	return lists;
}

const near = z.object({ typed: z.string(), word: z.string(), papers: z.int() });

/** How many words that look alike are compared letter by letter. */
const ALIKE = 40;

/** For words that the archive does not know the nearest that it knows; left out where none is near. */
export async function findSpellings(db: Db, words: readonly string[]): Promise<Map<string, string>> {
	if (words.length === 0) return new Map();
	const rows = await db.$queryRaw`
		SELECT typed, s.word, c.papers
		FROM unnest(${[...words]}::text[]) AS typed
		CROSS JOIN LATERAL (
			SELECT word, lexeme FROM search_words WHERE word % typed ORDER BY similarity(word, typed) DESC LIMIT ${ALIKE}
		) s
		JOIN search_lexemes c ON c.lexeme = s.lexeme AND c.papers > 0`;
	const known = new Map<string, KnownWord[]>(words.map((word) => [word, []]));
	for (const { typed, ...word } of near.array().parse(rows)) known.get(typed)?.push(word);
	return new Map(
		[...known].flatMap(([typed, list]) => {
			const word = nearestWord(typed, list);
			return word === undefined ? [] : [[typed, word] as const];
		}),
	);
}
