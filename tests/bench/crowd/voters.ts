// Votes at a steady rate once it is told to. Its arguments: where, how many a second, for how many seconds.
import { answerMessages } from "../forked";
import { prepareVoters } from "./votes";

const [origin = "", perSecond, seconds] = process.argv.slice(2);
const voteSteadily = await prepareVoters(origin);

answerMessages(() => voteSteadily(Number(perSecond), Number(seconds)));
