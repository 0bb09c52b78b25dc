export { CallForm, Details, Dialogs, Palette, PrintDialog, Tray } from './placeholders.tsx';
export { panelIntents } from './panel-intents.ts';
