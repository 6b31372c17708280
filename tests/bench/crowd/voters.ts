// Votes at a steady rate once it is told to. Its arguments: where, how many a second, for how many seconds.
import { prepareVoters } from "./votes";

const [origin = "", perSecond, seconds] = process.argv.slice(2);
const voteSteadily = await prepareVoters(origin);

process.on("disconnect", () => process.exit());
process.on("message", async () => {
	process.send?.(await voteSteadily(Number(perSecond), Number(seconds)));
});
process.send?.("ready");
