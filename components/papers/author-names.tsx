"use client";

import type { Route } from "next";
import { Fragment } from "react";
import { KnownMark } from "@/components/claims/known-mark";
import { slugify } from "@/lib/papers/slug";
import type { PaperAuthor } from "@/lib/papers/types";

/** Names, each a link to its page; by the name alone where the slug follows from it. */
export function AuthorNames({ authors }: { authors: readonly (string | PaperAuthor)[] }) {
	return authors.map((author, index) => {
		const { name, slug, isKnown }: PaperAuthor =
			typeof author === "string" ? { name: author, slug: slugify(author) } : author;
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: the same name can stand there twice, and the list never changes
			<Fragment key={index}>
				{index > 0 && ", "}
				<a href={`/authors/${encodeURIComponent(slug)}` as Route}>{name}</a>
				{isKnown && <KnownMark />}
			</Fragment>
		);
	});
}
