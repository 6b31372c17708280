import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { PageLinks } from "@/components/feed/page-links";
import { FollowedList } from "@/components/following/followed-list";
import { Reasons } from "@/components/following/reasons";
import { PaperList } from "@/components/papers/paper-list";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { parseView } from "@/lib/feed/views";
import { readFollowedPapers } from "@/lib/following/followed-papers";
import { listFollowed } from "@/lib/following/queries";

export const metadata: Metadata = { title: "Following", robots: { index: false } };

const ORDERS = ["new"] as const;

/** The papers of what the viewer follows, those listed last first. */
export default async function FollowingPage({ params }: PageProps<"/following/[[...view]]">) {
	const view = parseView((await params).view, ORDERS);
	if (view === undefined) notFound();
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: "/following" }) as Route);
	const [followed, { papers, hasMore }] = await Promise.all([
		listFollowed(user.id),
		readFollowedPapers(user.id, view.page),
	]);
	if (papers.length === 0 && view.page > 1) notFound();
	return (
		<main id="main">
			<div className="border-t-[3px] border-b border-double border-rule-strong pt-[22px] pb-4 [border-bottom-style:solid]">
				<h1 className="text-[36px] leading-[1.05] font-medium tracking-[-0.025em] wide:text-[46px]">Following</h1>
				<p className="mt-1.5 max-w-[68ch] text-ink-soft">
					The papers of the authors, organisations, topics and searches that you follow, newest first. Nobody else sees
					whom or what you follow.
				</p>
			</div>
			<div className="grid gap-x-14 pb-16 wide:grid-cols-[minmax(0,1fr)_288px]">
				<div id="papers" className="min-w-0">
					<PaperList
						papers={papers.map(({ paper }) => paper)}
						notes={Object.fromEntries(papers.map(({ paper, why }) => [paper.id, <Reasons key={paper.id} why={why} />]))}
					/>
					{papers.length === 0 && <Nothing follows={followed.length > 0} />}
					<PageLinks path="/following" view={view} hasMore={hasMore} orders={ORDERS} />
				</div>
				<FollowedList followed={followed} />
			</div>
		</main>
	);
}

function Nothing({ follows }: { follows: boolean }) {
	if (follows) return <p className="py-12 text-ink-soft">Nothing by or about these is listed yet.</p>;
	return (
		<p className="max-w-[60ch] py-12 text-ink-soft">
			You follow nobody and nothing yet. “Follow” stands on the page of every{" "}
			<a href="/authors" className={LINK}>
				author
			</a>
			,{" "}
			<a href="/orgs" className={LINK}>
				organisation
			</a>{" "}
			and{" "}
			<a href="/topics" className={LINK}>
				topic
			</a>
			, and beside what a{" "}
			<a href="/search" className={LINK}>
				search
			</a>{" "}
			finds.
		</p>
	);
}

const LINK = "text-link underline underline-offset-3";
