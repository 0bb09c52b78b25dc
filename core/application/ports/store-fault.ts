import type { Fault } from '../../contract/refusal.ts';

/** Thrown by a store whose file, disk or engine failed. The dispatcher answers `fault`; everything else thrown is a defect. */
export class StoreFault extends Error {
  readonly fault: Fault;

  constructor(code: Fault['code'], retryable: boolean, cause: unknown) {
    super(`The store failed: ${code}`, { cause });
    this.name = 'StoreFault';
    this.fault = { kind: 'fault', code, retryable };
  }
}
