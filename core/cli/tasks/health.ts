import { trapPhrase } from '../../contract/phrases/trap-phrase.ts';
import type { Reply } from '../../contract/refusal.ts';
import type { HealthReport } from '../../contract/views/health-view.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { printable } from '../show.ts';
import type { TaskTools } from './tools.ts';

/** Silent traps in the data, each as a sentence with the work that waits because of it. */
export async function health({ target, tell, around }: TaskTools): Promise<ExitCode> {
  const reply = (await target.call('query', 'healthCheck', {})) as Reply<HealthReport>;
  const code = tell.reply(reply, () => (reply.ok ? reportText(reply.value, around.words) : ''));
  return reply.ok && reply.value.findings.length > 0 ? EXIT.refused : code;
}

function reportText({ findings, looked }: HealthReport, words: TaskTools['around']['words']): string {
  const { resources, serviceTypes, waiting } = looked;
  const seen = `Looked at ${resources} resources, ${serviceTypes} service types and ${waiting} waiting work orders.`;
  if (findings.length === 0) return `${seen} Nothing is wrong.`;
  const lines = findings.map((finding) => {
    const { workOrders } = finding;
    const waits =
      workOrders === 0 ? '' : ` (${workOrders} ${workOrders === 1 ? 'work order waits' : 'work orders wait'})`;
    return `- ${printable(words(trapPhrase(finding)))}${waits}`;
  });
  return [...lines, seen].join('\n');
}
