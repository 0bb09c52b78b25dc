/** What a worker thread needs of the store: the work alone, without anything of a host. */
export { fileWork, tryEngine } from './store/file-work.ts';
