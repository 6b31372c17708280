import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { NarrowPage } from "@/components/layout/narrow-page";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";

export const metadata: Metadata = { title: "Settings", robots: { index: false } };

export default async function SettingsPage() {
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: "/settings" }) as Route);
	return (
		<NarrowPage title="Settings">
			<dl className="space-y-4">
				{user.name && <Setting name="Name" value={user.name} />}
				<Setting name="Email address" value={user.email} />
			</dl>
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
