import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AddressForm } from "@/components/accounts/address-form";
import { Avatar } from "@/components/accounts/avatar";
import { OAuthConnections } from "@/components/accounts/oauth-connections";
import { OAuthRefusalNote } from "@/components/accounts/oauth-refusal";
import { PasskeyList } from "@/components/accounts/passkey-list";
import { PendingAddress } from "@/components/accounts/pending-address";
import { ProfileForm } from "@/components/accounts/profile-form";
import { SessionList } from "@/components/accounts/session-list";
import { SettingsSection } from "@/components/accounts/settings-section";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { ReplyMailsForm } from "@/components/comments/reply-mails-form";
import { DigestSection } from "@/components/digest/digest-section";
import { NarrowPage } from "@/components/layout/narrow-page";
import { signInPath } from "@/lib/accounts/intent";
import { listConnections } from "@/lib/accounts/oauth";
import { listPasskeys } from "@/lib/accounts/passkeys";
import {
	currentSession,
	currentUser,
	findAddressChange,
	findProfile,
	isCurator,
	listSessions,
} from "@/lib/accounts/queries";
import { wantsReplyMails } from "@/lib/comments/queries";
import { findChooser } from "@/lib/subscribers/queries";
import { describeSchedule } from "@/lib/subscribers/schedule";
import { signChoicesToken } from "@/lib/subscribers/tokens";

export const metadata: Metadata = { title: "Settings", robots: { index: false } };

/** The viewer's other pages, to which a phone's header and a page without a script have no links. */
const OWN_PAGES: [name: string, path: string][] = [
	["Library", "/library"],
	["Following", "/following"],
	["Library settings", "/library/settings"],
];

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
	const [request, { refused }] = await Promise.all([headers(), searchParams]);
	const [user, session] = await Promise.all([currentUser(request), currentSession(request)]);
	if (!user || !session) redirect(signInPath({ next: "/settings" }) as Route);
	const [mayCurate, profile, change, sessions, replyMails, connections, passkeys] = await Promise.all([
		isCurator(user.id),
		findProfile(user.id),
		findAddressChange(user.id, new Date()),
		listSessions(user.id, session.id),
		wantsReplyMails(user.id),
		listConnections(user.id),
		listPasskeys(user.id),
	]);
	return (
		<NarrowPage title="Settings">
			<p className="flex flex-wrap gap-x-6">
				{OWN_PAGES.map(([name, path]) => (
					<a key={path} href={path} className="text-link underline underline-offset-3">
						{name}
					</a>
				))}
			</p>
			<SignOutButton />
			{mayCurate && (
				<p>
					You are a curator:{" "}
					<a href="/curate" className="text-link underline underline-offset-3">
						see what waits, and what was done
					</a>
					.
				</p>
			)}
			<SettingsSection title="What others see">
				{profile.handle !== null && (
					<p className="flex items-center gap-3">
						<Avatar handle={profile.handle} name={profile.name} />
						<span className="min-w-0 break-words">
							{profile.name && <b className="font-semibold text-ink">{profile.name} </b>}@{profile.handle}
						</span>
					</p>
				)}
				<p>
					Your handle stands beside what you write, and your name with it. A handle has 3 to 30 letters a to z, digits
					and single hyphens. You can change it; the old one stays yours for 90 days. Your address is shown to nobody.
				</p>
				<ProfileForm {...profile} />
			</SettingsSection>
			<SettingsSection title="Email address">
				<p className="break-words text-ink">{user.email}</p>
				{change ? (
					<PendingAddress {...change} />
				) : (
					<p>To change it, both the old and the new address have to confirm, within 24 hours.</p>
				)}
				<AddressForm isPending={change !== undefined} />
			</SettingsSection>
			<SettingsSection title="Digest">
				<DigestSection digest={await describeDigest(user.email)} />
			</SettingsSection>
			<SettingsSection title="Replies">
				<ReplyMailsForm wanted={replyMails} />
			</SettingsSection>
			<SettingsSection title="Ways to sign in">
				<OAuthRefusalNote refused={refused} />
				<p>
					By mail, always. A passkey signs you in with your device's lock instead, without a mail
					{connections.length > 0 && ", and a service that you have connected without either"}.
				</p>
				<OAuthConnections connections={connections} />
				<PasskeyList passkeys={passkeys} />
			</SettingsSection>
			<SettingsSection title="Where you are signed in">
				<p>
					A sign-in lasts 30 days. All that is kept of a browser is its name; when you last used it is not noted down.
				</p>
				<SessionList sessions={sessions} />
			</SettingsSection>
			<SettingsSection title="Your data">
				<p>
					<a href="/settings/export" download className="text-link underline underline-offset-3">
						Download everything we hold about you
					</a>{" "}
					as JSON.
				</p>
			</SettingsSection>
			<SettingsSection title="Delete the account">
				<p>
					<a href="/settings/delete" className="text-link underline underline-offset-3">
						Delete my account
					</a>
					: what goes, what stays, and the button.
				</p>
			</SettingsSection>
		</NarrowPage>
	);
}

/** When the digest comes to an address, and where to choose; undefined for one that does not get it. */
async function describeDigest(email: string) {
	const chooser = await findChooser({ email });
	if (!chooser) return undefined;
	const query = new URLSearchParams({ token: await signChoicesToken(chooser.id, new Date()) });
	return { schedule: describeSchedule(chooser.choices), path: `/subscribe/choices?${query}` as Route };
}
