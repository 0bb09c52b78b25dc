import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { Console } from '../../state/console.ts';
import { download } from './download.ts';

/** Saves chosen appointments as an iCalendar file. */
export async function exportCalendar(console: Console, appointmentIds: readonly string[]): Promise<void> {
  const words = console.words();
  const reply = await console.client.ask('icsExport', { appointmentIds: [...appointmentIds] });
  if (!reply.ok) {
    console.notices.toast({ tone: 'bad', text: words.say(errorPhrase(reply.error)) });
    return;
  }
  download(reply.value.fileName, 'text/calendar', reply.value.text);
  console.notices.announce(words.ui('ui.ics.done', { count: reply.value.events }));
}
