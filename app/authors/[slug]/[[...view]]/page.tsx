import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { KnownLine } from "@/components/claims/known-line";
import { CountedList } from "@/components/feed/counted-list";
import { SubjectPage } from "@/components/feed/subject-page";
import { findAuthor, readAuthorPapers } from "@/lib/authors/queries";
import { feedLinks } from "@/lib/feed/feed-links";
import { parseSubjectAddress } from "@/lib/feed/subject-address";
import { atAddress } from "@/lib/http/canonical";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ slug: string; view: string[] }[]> {
	return [];
}

/** Read once for the page and its metadata. */
const readAuthor = cache(findAuthor);

type Props = PageProps<"/authors/[slug]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const address = parseSubjectAddress("/authors", await params);
	const author = address && (await readAuthor(address.slug));
	if (!author) return {};
	return { title: `Papers by ${author.name}`, ...atAddress(address.path, feedLinks("author", address.segment)) };
}

export default async function AuthorPage({ params }: Props) {
	const address = parseSubjectAddress("/authors", await params);
	if (address === undefined) notFound();
	if (address.isMisspelled) permanentRedirect(address.path as Route);
	const [author, page] = await Promise.all([readAuthor(address.slug), readAuthorPapers(address.slug, address.view)]);
	if (author === undefined || page.papers.length === 0) notFound();
	const related = <CountedList heading="Wrote most with" base="/authors" entries={author.coauthors} />;
	return (
		<SubjectPage
			name={author.name}
			kind="Author"
			followKind="author"
			address={address}
			page={page}
			count={author.papers}
			activity={author.activity}
			related={related}
		>
			All listed papers that name this author. People of one name share a page, and a name spelled in two ways has two.{" "}
			<KnownLine slug={author.slug} knownAs={author.knownAs} />
		</SubjectPage>
	);
}
