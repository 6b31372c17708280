const ATTRIBUTES =
	/ (?:accent="true"|form="(?:prefix|infix|postfix)"|(?:stretchy|symmetric)="(?:true|false)"|(?:minsize|maxsize|lspace|rspace|width|height|linethickness)="-?[0-9.]+(?:em|pt|px)?"|mathvariant="[a-z-]+")/g;
const PROSE_TAGS = new Set(["strong", "em", "code"]);
const MATH_TAGS = new Set(
	"math mrow mi mn mo mtext mspace mpadded msub msup msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd".split(
		" ",
	),
);
/** How many children MathML asks for; a browser draws an error or nothing where it differs. */
const ARITY: Record<string, number> = {
	msub: 2,
	msup: 2,
	mfrac: 2,
	mover: 2,
	munder: 2,
	mroot: 2,
	msubsup: 3,
	munderover: 3,
};

/**
 * Reads HTML as strictly as can be: tags that nest and close, no attribute but MathML's harmless ones, only escaped signs. What a
 * browser makes of such a text is what this sees.
 *
 * @returns what is wrong with it, undefined where nothing is
 */
export function findUnsafe(html: string): string | undefined {
	const open: { name: string; children: number }[] = [];
	for (const [token, close, name, attributes] of html.matchAll(/<(\/?)([a-z]+)([^<>]*)>|&(?:amp|lt|gt|quot);|./gs)) {
		if (name === undefined) {
			if (/^[<>&]$/.test(token)) return `a bare ${token}`;
			continue;
		}
		if (close) {
			const element = open.pop();
			if (element?.name !== name || attributes) return `${token} closes ${element?.name}`;
			if (element.children !== (ARITY[name] ?? element.children)) return `${name} has ${element.children} children`;
			continue;
		}
		const inMath = open.some((element) => element.name === "math");
		if (!(inMath ? MATH_TAGS : new Set([...PROSE_TAGS, "math"])).has(name)) return `an element ${token}`;
		if (attributes?.replace(ATTRIBUTES, "")) return `attributes of ${token}`;
		const parent = open.at(-1);
		if (parent) parent.children++;
		open.push({ name, children: 0 });
	}
	return open.length === 0 ? undefined : `${open.at(-1)?.name} stays open`;
}
