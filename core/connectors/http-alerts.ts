import type { AlertDetails } from '../application/ports/alert-details.ts';
import type { UnitHealth } from '../application/ports/unit-health.ts';
import type { ReadMessage, UnitNamed } from '../contract/messages/read-message.ts';
import { parse } from '../contract/parse.ts';
import { alertDetailsAnswer, unitHealthAnswer } from '../contract/services/answers.ts';
import type { ServiceAddress } from '../contract/services/services-file.ts';
import { askService } from './ask-service.ts';

/** An alert service: POST …/alert-details with what was understood of the message. */
export function httpAlertDetails(service: ServiceAddress): AlertDetails {
  return {
    async detailsOf(message, signal) {
      const answer = (value: unknown) => parse(alertDetailsAnswer, value);
      const question = { path: 'alert-details', body: questionAbout(message), answer };
      return (await askService(service, question, signal)).alert;
    },
  };
}

/** A health service: POST …/unit-health with the unit's names. */
export function httpUnitHealth(service: ServiceAddress): UnitHealth {
  return {
    async healthOf(unit, signal) {
      const answer = (value: unknown) => parse(unitHealthAnswer, value);
      const question = { path: 'unit-health', body: { unit: namesOf(unit) }, answer };
      return (await askService(service, question, signal)).health;
    },
  };
}

function questionAbout(message: ReadMessage): Readonly<Record<string, unknown>> {
  const { name, version, messageId, occurredAt, severity, unit, summary, about } = message;
  return {
    message: { name, version, id: messageId, occurredAt: new Date(occurredAt).toISOString(), severity, summary },
    unit: namesOf(unit),
    ...(about === null ? {} : { alertId: about }),
  };
}

/** Only the names that were given. */
function namesOf(unit: UnitNamed): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(unit).filter(([, name]) => name !== null));
}
