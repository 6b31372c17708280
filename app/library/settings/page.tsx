import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { NarrowPage } from "@/components/layout/narrow-page";
import { LibraryForm } from "@/components/library/library-form";
import { SeenForm } from "@/components/library/seen-form";
import { SendButton } from "@/components/library/send-button";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { readLibrarySettings } from "@/lib/library/queries";
import { formatLongDate, utcDateOf } from "@/lib/time";

export const metadata: Metadata = { title: "Library settings", robots: { index: false } };

export default async function LibrarySettingsPage() {
	const user = await currentUser(await headers());
	if (!user) redirect(signInPath({ next: "/library/settings" }) as Route);
	const { seenMode, seen, feedMadeAt } = await readLibrarySettings(user.id);
	return (
		<NarrowPage title="Library settings">
			<Part title="Papers you have seen">
				<p>
					A paper counts as seen once you open it, or scroll past it and don't come back. This is kept for nobody but
					you, and only if you choose so. It takes JavaScript.
				</p>
				<SeenForm mode={seenMode} count={seen} />
			</Part>
			<Part title="Your library as a feed">
				<p>
					Feed readers can't sign in, so the feed of your library has an address that nobody can guess. Its Atom feed
					has the fifty papers that you saved last.
				</p>
				{feedMadeAt && (
					<p>An address was made on {formatLongDate(utcDateOf(feedMadeAt))}. A new one makes the old one void.</p>
				)}
				<LibraryForm act="make-feed">
					<SendButton>{feedMadeAt ? "Make a new address" : "Make an address"}</SendButton>
				</LibraryForm>
				{feedMadeAt && (
					<LibraryForm act="revoke-feed">
						<SendButton>Make the address void</SendButton>
					</LibraryForm>
				)}
			</Part>
			<p>
				<a href="/library" className="text-link underline underline-offset-3">
					Your library
				</a>
			</p>
		</NarrowPage>
	);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="space-y-3 pt-4">
			<h2 className="text-[21px] font-medium text-ink">{title}</h2>
			{children}
		</section>
	);
}
