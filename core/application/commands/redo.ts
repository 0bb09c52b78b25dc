import { doAgain } from '../undo.ts';
import type { UseCase } from '../use-case.ts';

export const redo: UseCase<'redo'> = (tx, _args, scene) => doAgain(tx, scene);
