import type { QueryInput } from '../../core/contract/client.ts';
import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import { download } from '../bridge/download.ts';
import type { Console } from '../state/console.ts';

/** Saves chosen appointments, or the days of one technician or bay, as an iCalendar file. */
export async function exportCalendar(console: Console, which: QueryInput<'icsExport'>): Promise<void> {
  const words = console.words();
  const reply = await console.client.ask('icsExport', which);
  if (!reply.ok) {
    console.notices.toast({ tone: 'bad', text: words.say(errorPhrase(reply.error)) });
    return;
  }
  download(reply.value.fileName, 'text/calendar', reply.value.text);
  console.notices.announce(words.ui('ui.ics.done', { count: reply.value.events }));
}
