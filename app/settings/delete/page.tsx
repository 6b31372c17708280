import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ActionButton } from "@/components/accounts/action-button";
import { DeleteForm } from "@/components/accounts/delete-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { signInPath } from "@/lib/accounts/intent";
import { currentSession, currentUser } from "@/lib/accounts/queries";
import { isRecent } from "@/lib/accounts/recent";
import { signInAgainAction } from "@/lib/accounts/settings-actions";

export const metadata: Metadata = { title: "Delete the account", robots: { index: false } };

export default async function DeleteAccountPage() {
	const request = await headers();
	const [user, session] = await Promise.all([currentUser(request), currentSession(request)]);
	if (!user || !session) redirect(signInPath({ next: "/settings/delete" }) as Route);
	return (
		<NarrowPage title="Delete the account">
			<p className="break-words">
				The account of {user.email} will be gone at once, and can't be brought back. You may want to{" "}
				<a href="/settings/export" download className="text-link underline underline-offset-3">
					download your data
				</a>{" "}
				before.
			</p>
			<ul className="list-disc space-y-2 pl-5">
				<li>
					Deleted: your address, handle, name, sign-ins, library, lists, what you follow and have seen, claims, reports,
					and the digest's subscription of this address.
				</li>
				<li>
					Left without your name: upvotes stay counted, papers that you submitted stay listed, and your comments stand
					as “deleted” where others have replied.
				</li>
				<li>
					A digest that is being sent at this moment holds your address until it is out, 23 hours at most. Mails that
					were sent are with whoever delivered them. Your handle goes to nobody else for 90 days.
				</li>
			</ul>
			{isRecent(session, new Date()) ? (
				<DeleteForm hasHandle={user.handle !== undefined} />
			) : (
				<>
					<p>You signed in more than an hour ago. To be sure that it is you, sign in again first.</p>
					<ActionButton action={signInAgainAction} label="Sign in again" />
				</>
			)}
		</NarrowPage>
	);
}
