import type { Metadata } from "next";
import { ChoicesForm } from "@/components/digest/choices-form";
import { SubscribeCard } from "@/components/digest/subscribe-card";
import { NarrowPage } from "@/components/layout/narrow-page";
import { previewMail } from "@/lib/digest/preview";
import { toFields } from "@/lib/subscribers/choices";
import { findChooser } from "@/lib/subscribers/queries";
import { describeSchedule, findNextDay } from "@/lib/subscribers/schedule";
import { linkToken } from "@/lib/subscribers/schemas";
import { listTimeZones } from "@/lib/subscribers/time-zones";
import { readChoicesToken, signUnsubscribeToken } from "@/lib/subscribers/tokens";
import { words } from "@/lib/subscribers/words";
import { formatLongDate, utcDateOf } from "@/lib/time";

export const metadata: Metadata = { title: "Your digest", robots: { index: false } };

/** Where a mail's link to the choices leads. Opening it changes nothing. */
export default async function ChoicesPage({ searchParams }: PageProps<"/subscribe/choices">) {
	const token = linkToken.catch("").parse((await searchParams).token);
	const now = new Date();
	const id = await readChoicesToken(token, now);
	const chooser = id === undefined ? undefined : await findChooser({ id });
	if (!chooser) {
		return (
			<NarrowPage title="This link does not work">
				<p>{words[id === undefined ? "link-over" : "not-subscribed"]}</p>
				<SubscribeCard />
			</NarrowPage>
		);
	}
	const { choices, lastDay } = chooser;
	const preview = await previewMail(chooser, now);
	const isPaused = choices.pausedUntil !== null && choices.pausedUntil > utcDateOf(now);
	return (
		<main id="main" className="min-h-[60vh] border-t-[3px] border-double border-rule-strong pt-12 pb-20">
			<h1 className="mb-3 text-[36px] leading-[1.08] font-medium tracking-tight">Your digest</h1>
			<p className="mb-8 text-[16px] text-ink-soft">
				{isPaused ? "It is paused, and comes again: " : "It comes: "}
				<b className="font-semibold text-ink">{describeSchedule(choices)}</b>, next on{" "}
				{formatLongDate(findNextDay(choices, now, lastDay))}.
			</p>
			<ChoicesForm
				token={token}
				fields={toFields(choices)}
				timeZones={listTimeZones()}
				preview={preview}
				unsubscribePath={`/unsubscribe?${new URLSearchParams({ token: await signUnsubscribeToken(chooser.id) })}`}
			/>
		</main>
	);
}
