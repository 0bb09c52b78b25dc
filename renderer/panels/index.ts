export { CallForm } from './call/call-form.tsx';
export { Details } from './details/details.tsx';
export { Dialogs } from './dialogs/dialogs.tsx';
export { Palette } from './palette/palette.tsx';
export { panelIntents } from './panel-intents.ts';
export { Tray } from './tray/tray.tsx';
