import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { FollowForm } from "@/components/following/follow-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { findFollowState } from "@/lib/following/queries";
import { followTarget } from "@/lib/following/schemas";
import { subjectPath } from "@/lib/following/words";
import { parseReturnPath } from "@/lib/http/return-path";

export const metadata: Metadata = { title: "Follow", robots: { index: false } };

/** Where following without a script leads (`?kind=author&slug=ada-lovelace`): the pages of what is followed are cached for everybody. */
export default async function FollowPage({ searchParams }: PageProps<"/following/subject">) {
	const parameters = await searchParams;
	const target = followTarget.safeParse(parameters);
	if (!target.success) notFound();
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: `/following/subject?${new URLSearchParams(target.data)}` }) as Route);
	const state = await findFollowState(user.id, target.data);
	if (state === undefined) notFound();
	const { name, followed } = state;
	const back = parseReturnPath(parameters.next) ?? subjectPath(target.data);
	return (
		<NarrowPage title={followed ? `You follow ${name}` : `You don't follow ${name}`}>
			{followed && <p>New papers show on the page of what you follow.</p>}
			<FollowForm
				target={target.data}
				followed={!followed}
				next={back}
				label={followed ? "Unfollow" : "Follow"}
				look={followed ? "quiet" : "primary"}
			/>
			<p className="flex flex-wrap gap-x-6">
				<a href={back} className="text-link underline underline-offset-3">
					Back
				</a>
				<a href="/following" className="text-link underline underline-offset-3">
					What you follow
				</a>
			</p>
		</NarrowPage>
	);
}
