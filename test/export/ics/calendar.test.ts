import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { renderCalendar } from '../../../src/export/ics/index.ts'

const entry = { id: 'dag-1', date: '2027-03-29', title: 'Uppföljning: STOPP', text: 'Ring, skriv; eller \\ ritade du?\nFrån ”Dagen” – å ä ö, en rad som är så lång att den måste vikas, för rader har högst 75 byte.' }
const render = (zone = 'Europe/Stockholm') => renderCalendar({ title: 'Uppföljning av A, b; c', date: '2026-12-04', zone, entries: [entry, { ...entry, id: 'dag-2', date: '2026-12-18' }] })

/** Read by a library that had no part in writing it. */
const read = (text: string) => ICAL.Component.fromString(text)

describe('a calendar file', () => {
  it('has a reminder for each entry, at the same hour in summer and winter', () => {
    const calendar = read(render())
    ICAL.TimezoneService.register(new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined))
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([['dag-1@saljverkstad', entry.title], ['dag-2@saljverkstad', entry.title]])
    expect(events[0]?.description).toBe(entry.text)
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(['2027-03-29T08:30:00', '2026-12-18T08:30:00'])
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(['2027-03-29T06:30:00.000Z', '2026-12-18T07:30:00.000Z'])
  })

  it('follows RFC 5545: CRLF, lines of at most 75 bytes, stamps in UTC from the workshop’s day, its zone defined', () => {
    const text = render()
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect([...new Set(text.match(/^DTSTAMP:.*$/gm))]).toEqual(['DTSTAMP:20261204T120000Z'])
    expect(text).toContain('DTSTART;TZID=Europe/Stockholm:20270329T083000')
    expect(text.match(/^TZID:.*$/gm)).toEqual(['TZID:Europe/Stockholm'])
    // Properties of the calendar come before its components (3.4), and only those the standard knows.
    expect(text.slice(0, text.indexOf('BEGIN:VTIMEZONE')).match(/^[A-Z-]+(?=[:;])/gm)).toEqual(['BEGIN', 'VERSION', 'PRODID', 'NAME', 'X-WR-CALNAME'])
    expect(text).not.toMatch(/^TIMEZONE-ID/m)
  })

  it('is the same wherever and whenever it is made', () => {
    const here = process.env['TZ']
    const texts = ['UTC', 'Pacific/Apia', 'America/Los_Angeles'].map((zone) => {
      process.env['TZ'] = zone
      return render('America/New_York')
    })
    if (here === undefined) delete process.env['TZ']
    else process.env['TZ'] = here
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('TZID:America/New_York')
  })
})
