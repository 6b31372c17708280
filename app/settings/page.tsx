import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { NarrowPage } from "@/components/layout/narrow-page";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser, isCurator } from "@/lib/accounts/queries";

export const metadata: Metadata = { title: "Settings", robots: { index: false } };

export default async function SettingsPage() {
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: "/settings" }) as Route);
	const mayCurate = await isCurator(user.id);
	return (
		<NarrowPage title="Settings">
			<dl className="space-y-4">
				{user.name && <Setting name="Name" value={user.name} />}
				<Setting name="Email address" value={user.email} />
			</dl>
			{mayCurate && (
				<p>
					You are a curator:{" "}
					<Link href="/curate" className="text-link underline underline-offset-3">
						see what was done to the lists
					</Link>
					.
				</p>
			)}
			<SignOutButton />
		</NarrowPage>
	);
}

function Setting({ name, value }: { name: string; value: string }) {
	return (
		<div>
			<dt className="text-sm">{name}</dt>
			<dd className="break-words text-ink">{value}</dd>
		</div>
	);
}
