import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Desk } from "@/components/curation/desk";
import { QueueHeading, QueueLink, QueuePage } from "@/components/curation/queue-page";
import { DeliveryList } from "@/components/operator/delivery-list";
import { SubscriberFacts } from "@/components/operator/subscriber-facts";
import { currentUser } from "@/lib/accounts/queries";
import { operateAction } from "@/lib/operator/actions";
import { findSubscriberFile } from "@/lib/operator/subscriber-file";

export const metadata: Metadata = { title: "A subscriber", robots: { index: false } };

/** One subscriber's choices and mails; whoever is no curator finds no such page. */
export default async function SubscriberPage({ params }: PageProps<"/curate/digests/subscribers/[id]">) {
	const { id } = await params;
	const user = await currentUser(await headers());
	const subscriber = user && (await findSubscriberFile(user.id, id));
	if (subscriber === undefined) notFound();
	return (
		<QueuePage title="A subscriber">
			<Desk action={operateAction}>
				<div className="space-y-4">
					<SubscriberFacts subscriber={subscriber} />
					<QueueHeading>Mails, newest first</QueueHeading>
					{subscriber.deliveries.length === 0 ? (
						<p>None yet.</p>
					) : (
						<DeliveryList deliveries={subscriber.deliveries} subscribes={subscriber.state === "confirmed"} />
					)}
				</div>
			</Desk>
			<p>
				<QueueLink href="/curate/digests">All mail</QueueLink>
			</p>
		</QueuePage>
	);
}
