import type { ImportSource } from "@/lib/papers/types";

/** How pages call the places that papers and counts come from. */
export const SOURCE_NAMES: Record<ImportSource, string> = {
	huggingface: "Hugging Face",
	arxiv: "arXiv",
	file: "an imported file",
	sample: "sample data",
};
