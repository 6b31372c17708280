import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { ActivityChart } from "@/components/feed/activity-chart";
import { CountedList } from "@/components/feed/counted-list";
import { ListPage } from "@/components/feed/list-page";
import { findAuthor, readAuthorPapers } from "@/lib/authors/queries";
import { sumPapers } from "@/lib/feed/activity";
import { feedLinks } from "@/lib/feed/feed-links";
import { parseView, viewPath } from "@/lib/feed/views";
import { parseSlug } from "@/lib/papers/slug";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 60;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ slug: string; view: string[] }[]> {
	return [];
}

const ORDERS = ["top", "new"] as const;

type Props = PageProps<"/authors/[slug]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug: segment, view: segments } = await params;
	const [slug, view] = [parseSlug(segment), parseView(segments, ORDERS)];
	const author = slug && view && (await findAuthor(slug));
	if (!author) return {};
	return {
		title: `Papers by ${author.name}`,
		alternates: { canonical: viewPath(`/authors/${segment}`, view, ORDERS), types: feedLinks("author", segment) },
	};
}

export default async function AuthorPage({ params }: Props) {
	const { slug: segment, view: segments } = await params;
	const [slug, view] = [parseSlug(segment), parseView(segments, ORDERS)];
	if (slug === undefined || view === undefined) notFound();
	const base = `/authors/${segment}`;
	const path = viewPath(base, view, ORDERS);
	if (path !== [base, ...(segments ?? [])].join("/")) permanentRedirect(path as Route);
	const [author, page] = await Promise.all([findAuthor(slug), readAuthorPapers(slug, view)]);
	if (author === undefined || page.papers.length === 0) notFound();
	const count = sumPapers(author.activity);
	return (
		<ListPage
			title={author.name}
			kind="Author"
			path={base}
			view={view}
			orders={ORDERS}
			page={page}
			state={count === 1 ? "1 paper" : `${count} papers`}
			aside={
				<>
					<ActivityChart months={author.activity} />
					<CountedList heading="Wrote most with" base="/authors" entries={author.coauthors} />
				</>
			}
		>
			All listed papers that name this author. People of one name share a page, and a name spelled in two ways has two.
		</ListPage>
	);
}
