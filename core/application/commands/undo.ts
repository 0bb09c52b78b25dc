import { takeBack } from '../undo.ts';
import type { UseCase } from '../use-case.ts';

export const undo: UseCase<'undo'> = (tx, _args, scene) => takeBack(tx, scene);
