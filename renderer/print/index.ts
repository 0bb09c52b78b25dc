export { PrintDialog } from './print-dialog.tsx';
export { printIntents } from './print-intents.ts';
