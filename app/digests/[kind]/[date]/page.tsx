import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DigestView } from "@/components/digest/digest-view";
import { readDigestPage } from "@/lib/digest/page";
import type { DigestKind } from "@/lib/digest/types";
import { parseUtcDate } from "@/lib/time";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 60;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ kind: string; date: string }[]> {
	return [];
}

type Props = PageProps<"/digests/[kind]/[date]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { kind, date } = await params;
	const digest = await read(kind, date);
	return digest ? { title: `Digest of ${digest.days}`, robots: { index: false } } : {};
}

/** The digest of a day or a week that everybody got who has chosen nothing. */
export default async function DigestPage({ params }: Props) {
	const { kind, date } = await params;
	const digest = await read(kind, date);
	if (!digest) notFound();
	return <DigestView {...digest} />;
}

/** Once for page and title. */
const read = cache(async (kind: string, date: string) => {
	const day = parseUtcDate(date);
	if (day === undefined || !isKind(kind)) return undefined;
	return readDigestPage(kind, day);
});

function isKind(text: string): text is DigestKind {
	return text === "daily" || text === "weekly";
}
