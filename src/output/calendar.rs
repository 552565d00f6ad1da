//! Events for calendars (iCalendar, RFC 5545): one event, or all of a language.

use jiff::tz::TimeZone;

use crate::date::{Date, Precision};
use crate::model::{EntityId, Event};
use crate::schema::Kind;
use crate::view::Viewer;

/// A line of a calendar holds so many bytes at most; what is longer goes on below, after a space.
const LONGEST_LINE: usize = 75;

/// Every event of the agenda.
pub(super) fn agenda(viewer: &Viewer<'_>) -> Vec<u8> {
    let listed = viewer.federation.listed(Kind::Event);
    calendar(viewer, listed.filter_map(|(id, entity)| Some((id, entity.event()?))))
}

/// One event.
pub(super) fn one(viewer: &Viewer<'_>, id: EntityId) -> Vec<u8> {
    let event = viewer.federation.entity(id).event();
    calendar(viewer, event.into_iter().map(|event| (id, event)))
}

fn calendar<'a>(viewer: &Viewer<'_>, events: impl Iterator<Item = (EntityId, &'a Event)>) -> Vec<u8> {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", &format!("-//grappe//agenda//{}", viewer.language.tag().to_uppercase()));
    for (id, event) in events {
        lines.event(viewer, id, event);
    }
    lines.add("END", "VCALENDAR");
    lines.text.into_bytes()
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// One line, folded where it is long, its end being that of the format.
    fn add(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let (part, after) = rest.split_at(rest.floor_char_boundary(room));
            self.text += part;
            self.text += "\r\n ";
            rest = after;
            room = LONGEST_LINE - 1;
        }
        self.text += rest;
        self.text += "\r\n";
    }

    fn event(&mut self, viewer: &Viewer<'_>, id: EntityId, event: &Event) {
        let Some(start) = event.postponed_to.or(event.start) else { return };
        let entity = viewer.federation.entity(id);
        let config = &viewer.federation.config;
        let Some((address, _)) = viewer.address(id) else { return };
        let url = format!("{}{address}", config.address);
        let zone = &config.time_zone;
        self.add("BEGIN", "VEVENT");
        self.add("UID", &url);
        // The day of the build, not its clock: the same input gives the same bytes.
        self.add("DTSTAMP", &viewer.federation.today().strftime("%Y%m%dT000000Z").to_string());
        self.moment("DTSTART", start, zone, false);
        let end = event.end.filter(|_| event.postponed_to.is_none());
        self.moment("DTEND", end.unwrap_or(start), zone, true);
        self.add("SUMMARY", &escaped(&viewer.name(entity)));
        if let Some(place) = &event.place {
            self.add("LOCATION", &escaped(place));
        }
        if let Some(summary) = viewer.text(entity, "summary") {
            self.add("DESCRIPTION", &escaped(&summary.text));
        }
        self.add("URL", &url);
        self.add("STATUS", if event.state == "cancelled" { "CANCELLED" } else { "CONFIRMED" });
        self.add("END", "VEVENT");
    }

    /// An instant, or a whole day; the end of a day is the start of the next.
    fn moment(&mut self, name: &str, date: Date, time_zone: &str, is_end: bool) {
        if let Precision::Hour { hour, minute } = date.precision {
            let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
            let instant = date.first.at(hour, minute, 0, 0).to_zoned(zone).map(|zoned| zoned.timestamp());
            if let Ok(instant) = instant {
                self.add(name, &instant.strftime("%Y%m%dT%H%M%SZ").to_string());
            }
            return;
        }
        let day = if is_end { date.last.tomorrow().unwrap_or(date.last) } else { date.first };
        self.add(&format!("{name};VALUE=DATE"), &day.strftime("%Y%m%d").to_string());
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.add("SUMMARY", &"é".repeat(100));
        assert!(lines.text.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
        assert_eq!(lines.text.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "é".repeat(100)));
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(escaped("a, b; c\\\nd"), "a\\, b\\; c\\\\\\nd");
    }
}
