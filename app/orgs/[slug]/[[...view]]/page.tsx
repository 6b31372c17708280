import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { CountedList } from "@/components/feed/counted-list";
import { SubjectPage } from "@/components/feed/subject-page";
import { feedLinks } from "@/lib/feed/feed-links";
import { parseSubjectAddress } from "@/lib/feed/subject-address";
import { atAddress } from "@/lib/http/canonical";
import { findOrganization, readOrganizationPapers } from "@/lib/organizations/queries";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ slug: string; view: string[] }[]> {
	return [];
}

/** Read once for the page and its metadata. */
const readOrganization = cache(findOrganization);

type Props = PageProps<"/orgs/[slug]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const address = parseSubjectAddress("/orgs", await params);
	const organization = address && (await readOrganization(address.slug));
	if (!organization) return {};
	return { title: `Papers from ${organization.name}`, ...atAddress(address.path, feedLinks("org", address.segment)) };
}

export default async function OrganizationPage({ params }: Props) {
	const address = parseSubjectAddress("/orgs", await params);
	if (address === undefined) notFound();
	if (address.isMisspelled) permanentRedirect(address.path as Route);
	const [organization, page] = await Promise.all([
		readOrganization(address.slug),
		readOrganizationPapers(address.slug, address.view),
	]);
	if (organization === undefined || page.papers.length === 0) notFound();
	const related = <CountedList heading="Mostly about" base="/topics" entries={organization.topics} />;
	return (
		<SubjectPage
			name={organization.name}
			kind="Organisation"
			followKind="org"
			address={address}
			page={page}
			count={organization.papers}
			activity={organization.activity}
			related={related}
		>
			All listed papers that their source puts down to this organisation.
		</SubjectPage>
	);
}
