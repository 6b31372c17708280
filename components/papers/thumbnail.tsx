"use client";

import { useEffect, useRef, useState } from "react";

/** Stays as it is, so that nothing below jumps. */
const PLACE = "no-print mt-6 aspect-[40/21] w-full rounded-xl border border-rule bg-sheet";

/** A picture that another host keeps: of uneven quality, loaded late, and replaced by a word where it can't be had. */
export function Thumbnail({ address }: { address: string }) {
	const image = useRef<HTMLImageElement>(null);
	const [isMissing, setMissing] = useState(false);
	// It may have failed before this script ran.
	useEffect(() => {
		if (image.current?.complete && image.current.naturalWidth === 0) setMissing(true);
	}, []);
	if (isMissing)
		return <p className={`${PLACE} grid place-items-center text-sm text-ink-faint`}>The picture can’t be fetched.</p>;
	return (
		// biome-ignore lint/performance/noImgElement: the image optimiser is off, and would have our server fetch it
		<img
			ref={image}
			src={address}
			alt=""
			width={640}
			height={336}
			loading="lazy"
			decoding="async"
			referrerPolicy="no-referrer"
			onError={() => setMissing(true)}
			className={`${PLACE} object-cover`}
		/>
	);
}
