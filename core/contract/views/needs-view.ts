import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { LocationId } from '../../domain/organization/location.ts';

export interface Needs {
  readonly locationId: LocationId;
  readonly needs: PlacementNeeds;
}
