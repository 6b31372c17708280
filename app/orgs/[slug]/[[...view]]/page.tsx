import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { ActivityChart } from "@/components/feed/activity-chart";
import { CountedList } from "@/components/feed/counted-list";
import { ListPage } from "@/components/feed/list-page";
import { sumPapers } from "@/lib/feed/activity";
import { feedLinks } from "@/lib/feed/feed-links";
import { parseView, viewPath } from "@/lib/feed/views";
import { findOrganization, readOrganizationPapers } from "@/lib/organizations/queries";
import { parseSlug } from "@/lib/papers/slug";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 60;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ slug: string; view: string[] }[]> {
	return [];
}

const ORDERS = ["top", "new"] as const;

type Props = PageProps<"/orgs/[slug]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug: segment, view: segments } = await params;
	const [slug, view] = [parseSlug(segment), parseView(segments, ORDERS)];
	const organization = slug && view && (await findOrganization(slug));
	if (!organization) return {};
	return {
		title: `Papers from ${organization.name}`,
		alternates: { canonical: viewPath(`/orgs/${segment}`, view, ORDERS), types: feedLinks("org", segment) },
	};
}

export default async function OrganizationPage({ params }: Props) {
	const { slug: segment, view: segments } = await params;
	const [slug, view] = [parseSlug(segment), parseView(segments, ORDERS)];
	if (slug === undefined || view === undefined) notFound();
	const base = `/orgs/${segment}`;
	const path = viewPath(base, view, ORDERS);
	if (path !== [base, ...(segments ?? [])].join("/")) permanentRedirect(path as Route);
	const [organization, page] = await Promise.all([findOrganization(slug), readOrganizationPapers(slug, view)]);
	if (organization === undefined || page.papers.length === 0) notFound();
	const count = sumPapers(organization.activity);
	return (
		<ListPage
			title={organization.name}
			kind="Organisation"
			path={base}
			view={view}
			orders={ORDERS}
			page={page}
			state={count === 1 ? "1 paper" : `${count} papers`}
			aside={
				<>
					<ActivityChart months={organization.activity} />
					<CountedList heading="Mostly about" base="/topics" entries={organization.topics} />
				</>
			}
		>
			All listed papers that their source puts down to this organisation.
		</ListPage>
	);
}
