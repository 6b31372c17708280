import { expect, it } from "vitest";
import { findThumbnail } from "@/lib/papers/thumbnails";

it("shows pictures of the hosts that it knows, and nothing else", () => {
	const known = "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2512.14693.png";
	expect(findThumbnail(known)).toBe(known);
	for (const other of [
		null,
		"https://evil.example/x.png",
		"http://cdn-thumbnails.huggingface.co/x.png",
		"https://cdn-uploads.huggingface.co/film.mp4",
		"https://cdn-uploads.huggingface.co.evil.example/x.png",
		"no address",
	])
		expect(findThumbnail(other)).toBeUndefined();
});
