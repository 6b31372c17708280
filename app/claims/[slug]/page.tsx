import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { ClaimForms } from "@/components/claims/claim-forms";
import { OrcidLink } from "@/components/claims/orcid-link";
import { OrcidProof } from "@/components/claims/orcid-proof";
import { NarrowPage } from "@/components/layout/narrow-page";
import { signInPath } from "@/lib/accounts/intent";
import { findOrcidProof, offersOrcid } from "@/lib/accounts/oauth-orcid";
import { currentUser } from "@/lib/accounts/queries";
import { isSameName } from "@/lib/claims/names";
import { findClaimPage } from "@/lib/claims/queries";
import type { ClaimPage } from "@/lib/claims/types";
import { parseSlug } from "@/lib/papers/slug";
import { formatLongDate, utcDateOf } from "@/lib/time";

export const metadata: Metadata = { title: "Are you this author?", robots: { index: false } };

/** Where somebody asks to be known as an author, and sees what came of it. Authors' own pages know no viewer. */
export default async function ClaimPageOfAuthor({ params }: PageProps<"/claims/[slug]">) {
	const slug = parseSlug((await params).slug);
	if (slug === undefined) notFound();
	const path = `/claims/${encodeURIComponent(slug)}`;
	const [request, now] = [await headers(), new Date()];
	const user = await currentUser(request);
	if (!user) redirect(signInPath({ next: path }) as Route);
	const [page, proof] = await Promise.all([findClaimPage(user.id, slug, now), findOrcidProof(user.id, request, now)]);
	if (page === undefined) notFound();
	const { author, claim } = page;
	const mayAsk = page.restsUntil === null && claim?.state !== "approved";
	return (
		<NarrowPage title={`Are you ${author.name}?`}>
			<p>{describe(page)}</p>
			{claim?.orcid && (
				<p>
					Kept with it: <OrcidLink orcid={claim.orcid} />
				</p>
			)}
			{mayAsk && offersOrcid() && (
				<OrcidProof proof={proof} isSame={isSameName(proof?.name ?? "", author.name)} path={path} />
			)}
			<ClaimForms slug={slug} state={claim?.state} note={claim?.note ?? ""} mayAsk={mayAsk} />
			<p>
				<a href={`/authors/${encodeURIComponent(slug)}`} className="text-link underline underline-offset-3">
					The author's page
				</a>
			</p>
		</NarrowPage>
	);
}

function describe({ author, claim, restsUntil }: ClaimPage): string {
	const since = claim && formatLongDate(utcDateOf(claim.since));
	if (claim?.state === "asked") return `You asked on ${since}. A curator will look at it.`;
	if (claim?.state === "approved")
		return `You are known here as ${author.name} since ${since}: your handle stands on the author's page, and “author” beside what you write under their papers.`;
	if (restsUntil)
		return `A curator refused this on ${since}. You can ask again from ${formatLongDate(utcDateOf(restsUntil))} on.`;
	return "Once a curator has agreed, your handle stands on the author's page, a mark beside the name on their papers, and “author” beside what you write under these.";
}
