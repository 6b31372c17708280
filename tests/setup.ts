import { testEnvironment } from "./env";

// Before a test file imports any of the app, which reads its settings from here.
Object.assign(process.env, testEnvironment());
