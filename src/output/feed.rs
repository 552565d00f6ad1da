//! The Atom feed of a language: its latest news (RFC 4287).

use jiff::tz::TimeZone;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::date::{Date, Precision};
use crate::model::{Entity, EntityId};
use crate::plan::{Addresses, NewsFilter};
use crate::view::Viewer;

/// How many posts a feed has.
const ENTRIES: usize = 20;

/// The feed of the viewer's language: posts that are written in it.
pub(super) fn feed(viewer: &Viewer<'_>) -> Vec<u8> {
    let federation = viewer.federation;
    let is_written = |id: &&EntityId| federation.entity(**id).is_written_in(viewer.language, viewer.first);
    let posts: Vec<&EntityId> =
        viewer.plan.news(&NewsFilter::All).iter().filter(is_written).take(ENTRIES).collect();
    let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 1) };
    xml.declaration();
    let language = viewer.language.tag();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]);
    let config = &federation.config;
    let addresses = Addresses::new(config, viewer.language);
    let home = format!("{}{}", config.address, addresses.join(&[]));
    let own = format!("{}{}", config.address, addresses.file("atom.xml"));
    xml.element("title", &viewer.typeset(config.names.get(viewer.language)));
    xml.element("id", &home);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &home)]);
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    let dates = posts.iter().filter_map(|id| changed(federation.entity(**id)));
    let newest = dates.max().unwrap_or(Date::day(federation.today()));
    xml.element("updated", &timestamp(newest, &config.time_zone));
    xml.open("author", &[]);
    xml.element("name", &viewer.typeset(config.names.get(viewer.language)));
    xml.close("author");
    for id in posts {
        xml.entry(viewer, *id);
    }
    xml.close("feed");
    let mut bytes = xml.writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn changed(entity: &Entity) -> Option<Date> {
    entity.post().and_then(|post| post.updated.or(post.date))
}

/// An instant, as RFC 3339 writes it: the start of the day, or the hour, in the site's zone.
fn timestamp(date: Date, time_zone: &str) -> String {
    let (hour, minute) = match date.precision {
        Precision::Hour { hour, minute } => (hour, minute),
        _ => (0, 0),
    };
    let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
    let zoned = date.last.at(hour, minute, 0, 0).to_zoned(zone);
    zoned.map(|zoned| zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()).unwrap_or_default()
}

/// Writes elements; writing to memory cannot fail, so results are let go.
struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    fn write(&mut self, event: Event<'_>) {
        let _ = self.writer.write_event(event);
    }

    fn declaration(&mut self) {
        self.write(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    fn close(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    fn element(&mut self, name: &str, text: &str) {
        self.open(name, &[]);
        self.write(Event::Text(BytesText::new(text)));
        self.close(name);
    }

    fn entry(&mut self, viewer: &Viewer<'_>, id: EntityId) {
        let entity = viewer.federation.entity(id);
        let Some((address, _)) = viewer.address(id) else { return };
        let url = format!("{}{address}", viewer.federation.config.address);
        let zone = &viewer.federation.config.time_zone;
        self.open("entry", &[]);
        self.element("title", &viewer.name(entity));
        self.element("id", &url);
        self.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &url)]);
        if let Some(published) = entity.post().and_then(|post| post.date) {
            self.element("published", &timestamp(published, zone));
        }
        if let Some(changed) = changed(entity) {
            self.element("updated", &timestamp(changed, zone));
        }
        if let Some(summary) = viewer.summary(entity) {
            self.element("summary", &summary.text);
        }
        self.close("entry");
    }
}
