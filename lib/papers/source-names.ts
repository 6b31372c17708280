import type { ImportSource } from "./types";

/** How we call the places that papers and counts come from. */
export const SOURCE_NAMES: Record<ImportSource, string> = {
	huggingface: "Hugging Face",
	arxiv: "arXiv",
	file: "an imported file",
	sample: "sample data",
};
