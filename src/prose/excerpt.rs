//! A text in plain words: its beginning for lists, feeds and search engines, all of it for an index.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Links;
use crate::language::Language;
use crate::parse::markdown::{after_foreign_passage, events, link_destination};
use crate::parse::{Body, Destination, directive};
use crate::typography::{Rules, plain};

/// The first paragraph of a text written in `language`, cut after a word where it is longer than
/// `longest` characters.
pub fn excerpt<L: Links>(body: &Body, language: &Language, links: &L, longest: usize) -> String {
    let mut reader = Reader { links, words: String::new(), in_paragraph: false, in_named_link: false };
    let mut in_picture = false;
    for (event, _) in events(&body.text.read()) {
        if matches!(event, Event::End(TagEnd::Paragraph)) && !reader.words.trim().is_empty() {
            break;
        }
        in_picture = match event {
            Event::Start(Tag::Image { .. }) => true,
            Event::End(TagEnd::Image) => false,
            _ => in_picture,
        };
        // What a picture shows is no beginning of a text.
        if !in_picture {
            reader.event(event);
        }
    }
    let words = cut(&reader.words, longest);
    plain(&words, Rules::for_language(language.tag())).into_owned()
}

/// All the words of a text, without marks, for an index.
pub fn all_words<L: Links>(body: &Body, links: &L) -> String {
    let mut reader = Reader { links, words: String::new(), in_paragraph: true, in_named_link: false };
    for (event, _) in events(&body.text.read()) {
        if matches!(
            event,
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell)
        ) {
            reader.words.push('\n');
        }
        reader.event(event);
    }
    reader.words
}

struct Reader<'a, L> {
    links: &'a L,
    words: String,
    in_paragraph: bool,
    /// Within a link without words, whose name has been written.
    in_named_link: bool,
}

impl<L: Links> Reader<'_, L> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Paragraph) => self.in_paragraph = true,
            _ if !self.in_paragraph => {}
            Event::Start(Tag::Link { link_type, dest_url, .. }) => self.open_link(link_type, &dest_url),
            Event::End(TagEnd::Link) => self.in_named_link = false,
            Event::Text(text) if !self.in_named_link => self.text(&text),
            Event::Code(code) => self.words.push_str(&code),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            _ => {}
        }
    }

    fn open_link(&mut self, link_type: LinkType, url: &str) {
        if !matches!(link_type, LinkType::WikiLink { has_pothole: false }) {
            return;
        }
        self.in_named_link = true;
        if let Destination::Entity { id, .. } = link_destination(link_type, url) {
            let name = self.links.name(id).unwrap_or_else(|| id.to_owned());
            self.words.push_str(&name);
        }
    }

    /// A text with the numbers of its figures in their places, without the mark of a passage in
    /// another language that it may follow.
    fn text(&mut self, text: &str) {
        let text = after_foreign_passage(text);
        let mut from = 0;
        while let Some(found) = directive::find(text, from) {
            self.words.push_str(text.get(from..found.range.start).unwrap_or(""));
            let figure = directive::figure_argument(found.argument)
                .and_then(|(entity, metric)| self.links.figure_words(entity, metric, &found.options));
            self.words.extend(figure);
            from = found.range.end;
        }
        self.words.push_str(text.get(from..).unwrap_or(""));
    }
}

/// At most so many characters, cut after a word, with an ellipsis where words were left out.
fn cut(words: &str, longest: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(longest) else { return words.to_owned() };
    let kept = words.get(..end).unwrap_or("");
    let kept = kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([',', ';', ':', ' ', '\u{A0}', '.']))
}
