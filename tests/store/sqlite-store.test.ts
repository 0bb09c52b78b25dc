import { storeConformance } from './store.conformance.ts';
import { opens, optionsIn, temporaryFolder } from './temporary-store.ts';

storeConformance('SQLite', async () => (await opens(optionsIn(temporaryFolder()))).store);
