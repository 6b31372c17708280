import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ChannelForm } from "@/components/channels/channel-form";
import { ChannelList } from "@/components/channels/channel-list";
import { Desk } from "@/components/curation/desk";
import { QueueHeading, QueueLink, QueuePage } from "@/components/curation/queue-page";
import { currentUser } from "@/lib/accounts/queries";
import { channelAction } from "@/lib/channels/actions";
import { listChannels } from "@/lib/channels/queries";

export const metadata: Metadata = { title: "Channels", robots: { index: false } };

/** Where digests go beside the mails; whoever is no curator finds no such page. */
export default async function ChannelsPage() {
	const user = await currentUser(await headers());
	const channels = user && (await listChannels(user.id));
	if (channels === undefined) notFound();
	return (
		<QueuePage title="Channels">
			<p>
				Each digest can go to channels of Slack and Discord, and to programs, which get it as signed JSON. It goes there
				at the site's own hour, once.
			</p>
			<Desk action={channelAction}>
				{channels.length === 0 ? <p>There are none yet.</p> : <ChannelList channels={channels} />}
			</Desk>
			<section className="space-y-2">
				<QueueHeading>Add one</QueueHeading>
				<ChannelForm />
			</section>
			<p>
				<QueueLink href="/curate/digests">All mail</QueueLink>
			</p>
		</QueuePage>
	);
}
