import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kilometresBetween, travelMinutes } from '../../../core/domain/board/travel.ts';
import { DEFAULT_TRAVEL } from '../../../core/domain/organization/location.ts';
import { NORTH, SHOP } from './a-context.ts';

const place = fc.record({
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('travel', () => {
  it('measures great circles', () => {
    const berlin = { latitude: 52.52, longitude: 13.405 };
    const paris = { latitude: 48.8566, longitude: 2.3522 };
    expect(kilometresBetween(berlin, paris)).toBeCloseTo(877.5, 0);
    expect(kilometresBetween(SHOP, NORTH)).toBeCloseTo(11.12, 2);
    expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015, 0);
  });

  it('takes access time and distance x detour / speed, rounded up', () => {
    expect(travelMinutes(DEFAULT_TRAVEL, SHOP, NORTH)).toBe(23);
    expect(travelMinutes({ kilometresPerHour: 60, detourFactor: 1, accessMinutes: 0 }, SHOP, NORTH)).toBe(12);
    expect(travelMinutes(DEFAULT_TRAVEL, SHOP, { ...SHOP, longitude: SHOP.longitude + 1e-9 })).toBe(4);
  });

  it('is nothing at the same place', () => {
    fc.assert(
      fc.property(place, (one) => {
        expect(travelMinutes(DEFAULT_TRAVEL, one, { ...one })).toBe(0);
      }),
    );
  });

  it('is as long there as back, and no detour is shorter', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const direct = travelMinutes(DEFAULT_TRAVEL, a, b);
        expect(travelMinutes(DEFAULT_TRAVEL, b, a)).toBe(direct);
        expect(travelMinutes(DEFAULT_TRAVEL, a, c) + travelMinutes(DEFAULT_TRAVEL, c, b)).toBeGreaterThanOrEqual(
          direct,
        );
      }),
    );
  });
});
