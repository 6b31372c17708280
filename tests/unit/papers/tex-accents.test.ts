import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeTexAccents } from "@/lib/papers/tex-accents";

it.each([
	[String.raw`Paulo Andr\'e Lima de Castro`, "Paulo André Lima de Castro"],
	[String.raw`Schr\"odinger, Schr\"{o}dinger, Schr{\"o}dinger`, "Schrödinger, Schrödinger, Schrödinger"],
	[String.raw`{\L}ukasz, \v{C}ech, \v Cech, Fran\c{c}ois`, "Łukasz, Čech, Čech, François"],
	[String.raw`Bj{\o}rn, Bj\o rn, Stra\ss{}e, \AA rhus`, "Bjørn, Bjørn, Straße, Århus"],
	[String.raw`Mart\'{\i}n, Mart\'\in, na\"ive`, String.raw`Martín, Mart\'\in, naïve`],
	[String.raw`Erd\H{o}s and \textbf{bold} \cite{x} \varphi`, String.raw`Erdős and \textbf{bold} \cite{x} \varphi`],
	[String.raw`$\hat{x} \'e \v{c}$ stays, \'e goes`, String.raw`$\hat{x} \'e \v{c}$ stays, é goes`],
	["no TeX at all, $5 and 10%", "no TeX at all, $5 and 10%"],
])("reads %s", (text, decoded) => expect(decodeTexAccents(text)).toBe(decoded));

it("takes any text", () => {
	const piece = fc.constantFrom("\\", "'", "{", "}", "e", "\\v", "\\o", "$", " ", '"', "\\i");
	fc.assert(fc.property(fc.array(piece), (pieces) => void decodeTexAccents(pieces.join(""))));
});
