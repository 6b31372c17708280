import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CountedIndex } from "@/components/feed/counted-index";
import { listActiveAuthors } from "@/lib/authors/queries";
import { type Counted, RECENT_DAYS } from "@/lib/feed/counted";
import { atAddress } from "@/lib/http/canonical";
import { listActiveOrganizations } from "@/lib/organizations/queries";
import { listActiveTopics } from "@/lib/topics/queries";

// Cached for everybody, and nothing of it is rendered while building, when there is no database. `/authors`, `/orgs` and
// `/topics` lead here: a page without parameters would be rendered while building.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ kind: string }[]> {
	return [];
}

type Props = PageProps<"/indexes/[kind]">;

const INDEXES: Record<string, { title: string; list: () => Promise<Counted[]> }> = {
	authors: { title: "Authors", list: listActiveAuthors },
	orgs: { title: "Organisations", list: listActiveOrganizations },
	topics: { title: "Topics", list: listActiveTopics },
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { kind } = await params;
	const index = Object.hasOwn(INDEXES, kind) ? INDEXES[kind] : undefined;
	return index ? { title: index.title, ...atAddress(`/${kind}`) } : {};
}

export default async function IndexPage({ params }: Props) {
	const { kind } = await params;
	const index = Object.hasOwn(INDEXES, kind) ? INDEXES[kind] : undefined;
	if (index === undefined) notFound();
	return (
		<CountedIndex title={index.title} base={`/${kind}`} entries={await index.list()}>
			Those with most papers in the {RECENT_DAYS} days up to the newest edition, and how many.
		</CountedIndex>
	);
}
