/** The channels between the preload and the main process: all there are. */
export const channels = {
  call: 'laneway:call',
  event: 'laneway:event',
  print: 'laneway:print',
  savePdf: 'laneway:save-pdf',
} as const;
