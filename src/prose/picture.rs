//! Pictures of a text: one that stands alone in its paragraph is a block of its own, which the theme
//! shows with its caption; one within a sentence stays there.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Links, Writer};
use crate::parse::{Destination, destination};
use crate::typography::Rules;

/// A picture as a text shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownPicture<'a> {
    /// Its file.
    pub destination: Destination<'a>,
    /// The words that stand in for it; empty where the text gives none.
    pub alt: &'a str,
    /// Its caption; empty where the text gives none.
    pub caption: &'a str,
    /// Whether it stands alone in its paragraph.
    pub stands_alone: bool,
}

/// A picture whose words are being read.
pub(super) struct OpenPicture {
    destination: String,
    alt: String,
    caption: String,
}

/// What a paragraph holds as long as it may hold pictures alone.
pub(super) enum Held {
    Picture(OpenPicture),
    /// White space, which a sentence needs and pictures do not.
    Space(&'static str),
}

impl<'a, L: Links, H: Iterator<Item = &'a str>> Writer<'a, L, H> {
    /// Takes what is of a picture, or of a paragraph that may hold pictures alone; gives back the rest.
    pub(super) fn pictures<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        if self.picture.is_some() {
            self.read_picture(event);
            return None;
        }
        let space = space(&event);
        match (event, &mut self.held) {
            (Event::Start(Tag::Image { dest_url, title, .. }), _) => {
                let (destination, caption) = (dest_url.to_string(), title.to_string());
                self.picture = Some(OpenPicture { destination, alt: String::new(), caption });
            }
            (Event::End(TagEnd::Paragraph), Some(_)) => self.show_held(true),
            (_, Some(held)) if let Some(space) = space => held.push(Held::Space(space)),
            (event, Some(_)) => {
                self.open_held();
                return Some(event);
            }
            (event, None) => return Some(event),
        }
        None
    }

    /// The words of a picture, whose marks an attribute cannot hold.
    fn read_picture(&mut self, event: Event<'_>) {
        let Some(open) = &mut self.picture else { return };
        match event {
            Event::Text(words) | Event::Code(words) => open.alt.push_str(&words),
            Event::SoftBreak | Event::HardBreak => open.alt.push(' '),
            Event::End(TagEnd::Image) => match (self.picture.take(), &mut self.held) {
                (Some(open), Some(held)) => held.push(Held::Picture(open)),
                (Some(open), None) => self.show(&open, false),
                (None, _) => {}
            },
            _ => {}
        }
    }

    /// Begins a paragraph that turns out to hold words.
    fn open_held(&mut self) {
        self.push("<p>");
        self.show_held(false);
    }

    fn show_held(&mut self, stands_alone: bool) {
        for held in self.held.take().unwrap_or_default() {
            match held {
                Held::Picture(open) => self.show(&open, stands_alone),
                Held::Space(_) if stands_alone => {}
                Held::Space(space) => self.block.text(space, Rules::None),
            }
        }
        if stands_alone {
            self.flush();
        }
    }

    fn show(&mut self, open: &OpenPicture, stands_alone: bool) {
        let (alt, caption) = (open.alt.trim(), open.caption.trim());
        let destination = destination(&open.destination);
        let picture = ShownPicture { destination, alt, caption, stands_alone };
        if let Some(hole) = self.links.picture(&picture) {
            self.block.hole(hole);
        }
    }
}

/// The white space that an event is, if it is no more.
fn space(event: &Event<'_>) -> Option<&'static str> {
    match event {
        Event::SoftBreak | Event::HardBreak => Some("\n"),
        Event::Text(words) if words.trim().is_empty() => Some(" "),
        _ => None,
    }
}
