/** What keys do, as the help says it and in its order. */
export const SHORTCUTS = [
	{ keys: ["j"], does: "next paper" },
	{ keys: ["k"], does: "previous paper" },
	{ keys: ["o"], does: "open the paper" },
	{ keys: ["u"], does: "upvote it, or take the upvote back" },
	{ keys: ["s"], does: "save it to your library, or remove it" },
	{ keys: ["g", "d"], does: "go to the day" },
	{ keys: ["g", "w"], does: "go to the week" },
	{ keys: ["g", "m"], does: "go to the month" },
	{ keys: ["g", "t"], does: "go to what is trending" },
	{ keys: ["/"], does: "search; Escape leaves the field" },
	{ keys: ["?"], does: "this help" },
] as const;
