import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ClaimQueue } from "@/components/curation/claim-queue";
import { Desk } from "@/components/curation/desk";
import { QueueHeading, QueuePage } from "@/components/curation/queue-page";
import { currentUser } from "@/lib/accounts/queries";
import { listClaimQueue } from "@/lib/curation/queues";
import type { Decision } from "@/lib/curation/schemas";

export const metadata: Metadata = { title: "Claims", robots: { index: false } };

const DECIDE: [Decision, string][] = [
	["approve_claim", "Approve"],
	["refuse_claim", "Refuse"],
];
const REVOKE: [Decision, string][] = [["revoke_claim", "Take it back"]];

/** Whoever is no curator finds no such page. */
export default async function ClaimsPage() {
	const user = await currentUser(await headers());
	const queue = user && (await listClaimQueue(user.id));
	if (queue === undefined) notFound();
	const { waiting, approved } = queue;
	return (
		<QueuePage title="Claims">
			<p>
				Who says that they are which author, the longest waiting first. Anybody can have any name at ORCID: look at what
				else stands there.
			</p>
			<Desk>
				{waiting.length === 0 ? <p>No claim waits.</p> : <ClaimQueue claims={waiting} decisions={DECIDE} />}
				{approved.length > 0 && (
					<>
						<QueueHeading>Known as authors, the newest first</QueueHeading>
						<ClaimQueue claims={approved} decisions={REVOKE} />
					</>
				)}
			</Desk>
		</QueuePage>
	);
}
