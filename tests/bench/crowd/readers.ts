// Reads pages at a steady rate once it is told to. Its arguments: where, how many a second, for how many seconds.
import { answerMessages } from "../forked";
import { askSteadily } from "../pages/steady";
import { listReaderAddresses } from "./addresses";

const [origin = "", perSecond, seconds] = process.argv.slice(2);
const urls = (await listReaderAddresses()).map((address) => origin + address);
// So that all code has run once, and nginx has what there is.
for (const url of new Set(urls)) await (await fetch(url)).arrayBuffer();

answerMessages(() => askSteadily(urls, "br, gzip", Number(perSecond), Number(seconds)));
