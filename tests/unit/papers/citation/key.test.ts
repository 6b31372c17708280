import { expect, it } from "vitest";
import { citationKey } from "@/lib/papers/citation/key";
import { parsePaperId } from "@/lib/papers/ids";
import { citedPaper } from "./papers";

it.each([
	[{}, "greenblatt2024alignment_2412.14093"],
	[{ title: "On the Role of Attention" }, "greenblatt2024role_2412.14093"],
	[{ title: "$\\alpha$-VAE: A Study" }, "greenblatt2024vae_2412.14093"],
	[{ title: "What Is It?", authors: ["Jürgen Schmidhuber"] }, "schmidhuber2024it_2412.14093"],
	[{ authors: ["Wil M. P. van der Aalst"] }, "vanderaalst2024alignment_2412.14093"],
	[{ authors: ["Łukasz Kaiser"] }, "kaiser2024alignment_2412.14093"],
	[{ authors: ["Mikołaj Bińkowski"] }, "binkowski2024alignment_2412.14093"],
	[{ authors: ["DeepSeek-AI", "Aixin Liu"] }, "deepseekai2024alignment_2412.14093"],
	[{ authors: ["王小明"] }, "paper2024alignment_2412.14093"],
	[{ authors: [], title: "注意力", publishedOn: null }, "paper_2412.14093"],
	[{ id: parsePaperId("hep-th/9901001") }, "greenblatt2024alignment_hep-th/9901001"],
])("of %j is %s", (values, key) => expect(citationKey(citedPaper(values))).toBe(key));
