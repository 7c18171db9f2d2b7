import { expect, it } from 'vitest'
import { dayOf, laterDate, timesAfter } from '../../../src/plan/workshop/clock.ts'

const stockholm = (date: string) => dayOf(date, 'Europe/Stockholm')

it('counts minutes on an ordinary day as the wall does', () => {
  const day = stockholm('2026-12-04')
  expect([day.minuteOf('09:00'), day.minuteOf('16:30')]).toEqual([540, 990])
  expect(day.timeAt(545)).toBe('09:05')
})

it('knows the hour that is missing when daylight saving begins', () => {
  const day = stockholm('2026-03-29')
  expect(day.minuteOf('02:30')).toBeUndefined()
  expect([day.minuteOf('01:59'), day.minuteOf('03:00')]).toEqual([119, 120])
  expect(day.timeAt(119 + 45)).toBe('03:44')
  expect(timesAfter('01:30', { date: '2026-03-29', zone: 'Europe/Stockholm' })(60)).toBe('03:30')
})

it('lives through the hour that comes twice when it ends', () => {
  const day = stockholm('2026-10-25')
  expect([day.minuteOf('01:30'), day.minuteOf('02:30'), day.minuteOf('03:00')]).toEqual([90, 150, 240])
  expect([day.timeAt(150), day.timeAt(210), day.timeAt(240)]).toEqual(['02:30', '02:30', '03:00'])
})

it('follows zones of half hours and of other hemispheres', () => {
  expect(dayOf('2026-07-01', 'Asia/Kolkata').minuteOf('09:15')).toBe(555)
  expect(dayOf('2026-10-04', 'Australia/Lord_Howe').minuteOf('02:15')).toBeUndefined()
})

it.each([
  ['2026-12-04', { days: 14 }, '2026-12-18'],
  ['2026-12-31', { days: 1 }, '2027-01-01'],
  ['2027-01-31', { months: 1 }, '2027-02-28'],
  ['2028-01-31', { months: 1 }, '2028-02-29'],
  ['2026-11-30', { months: 15 }, '2028-02-29'],
])('%s and %j later is %s', (date, step, later) => {
  expect(laterDate(date, step)).toBe(later)
})
