//! Markdown read for its facts: headings, links, directives, notes, and what may not stand there.
//!
//! Rendering walks the same events again; both go through [`events`], so that what was checked is
//! what is shown. This module must not know what a reference leads to.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use pulldown_cmark::{CodeBlockKind, TextMergeWithOffset};

use super::body::{Body, Heading, PictureInText, TextOrigin};
use super::capital::{self, Capital};
use super::directive;
use super::fault::FaultKind;
use super::link::{Destination, LANGUAGE_SCHEME, destination, wikilink};
use super::reference::{Origin, Reference, Target};
use super::statement::StatementReader;
use super::text::Text;
use super::unfilled::each_mark;
use super::video::plays;
use super::walk::Findings;
use crate::language::Language;
use crate::schema::List;

/// What chooses one of several figures of an entity.
const FIGURE_OPTIONS: [&str; 4] = ["as_of", "date", "group", "source"];

/// Hosts whose addresses hide where they lead.
const SHORTENERS: [&str; 9] =
    ["bit.ly", "tinyurl.com", "goo.gl", "ow.ly", "t.co", "lnkd.in", "buff.ly", "urlz.fr", "tiny.cc"];

/// Calls that promise a link.
const CALLS: [&str; 9] = [
    "cliquez ici",
    "cliquer ici",
    "en savoir plus",
    "lire la suite",
    "je m'inscris",
    "inscrivez-vous ici",
    "click here",
    "read more",
    "learn more",
];

/// How many bytes a call has, however it is written.
const CALL_BYTES: RangeInclusive<usize> = 9..=24;

/// More bytes than a call with its spaces and arrows.
const LONGEST_CALL: usize = 64;

/// How many bytes of a text hold one word with a capital, more or less.
const BYTES_A_CAPITAL: usize = 80;

/// Whether a host hides where its addresses lead.
pub(super) fn is_shortener(host: &str) -> bool {
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    SHORTENERS.contains(&host.strip_prefix("www.").unwrap_or(&host))
}

/// The events of a text in Markdown, each with its bytes; texts next to each other are one.
pub fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS;
    let foreign = move |link: BrokenLink<'_>| foreign_passage(text, &link);
    let parser = Parser::new_with_broken_link_callback(text, options, Some(foreign));
    TextMergeWithOffset::new(parser.into_offset_iter())
}

/// `[texte]{lang=en}`: what looks like a link without definition is a passage in a language.
fn foreign_passage<'a>(text: &'a str, link: &BrokenLink<'_>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let tag = foreign_mark(text.get(link.span.end..)?)?;
    Some((format!("{LANGUAGE_SCHEME}{tag}").into(), "".into()))
}

/// The language of a text that begins with `{lang=en}`.
fn foreign_mark(text: &str) -> Option<&str> {
    let (tag, _) = text.strip_prefix("{lang=")?.split_once('}')?;
    Language::from_tag(tag).map(|_| tag)
}

/// The text that follows a foreign passage, without the mark of its language.
#[must_use]
pub fn after_foreign_passage(text: &str) -> &str {
    match foreign_mark(text) {
        Some(tag) => text.get("{lang=".len() + tag.len() + 1..).unwrap_or(""),
        None => text,
    }
}

/// What a link means, whichever way it was written.
#[must_use]
pub fn link_destination(link_type: LinkType, url: &str) -> Destination<'_> {
    match link_type {
        // In a table the bar is written `\|`: its backslash is no part of the id.
        LinkType::WikiLink { .. } => wikilink(url.trim_end_matches('\\')),
        LinkType::Email => Destination::Contact(url),
        _ => destination(url),
    }
}

/// Reads a text for its facts and faults.
pub fn read(text: Arc<str>, origin: TextOrigin, findings: &mut Findings) -> Body {
    let mut reader = Reader {
        text: &text,
        origin: &origin,
        findings,
        outline: Vec::new(),
        pictures: Vec::new(),
        picture: None,
        capitals: Vec::with_capacity(text.len() / BYTES_A_CAPITAL),
        anchors: BTreeMap::new(),
        heading: None,
        depth: Depth::default(),
        in_quotes: false,
        paragraph: None,
    };
    let mut statements = StatementReader::new(&text);
    for (event, range) in events(&text) {
        reader.state(&event, &range, &mut statements);
        reader.event(event, range);
    }
    let (mut outline, pictures, mut capitals) = (reader.outline, reader.pictures, reader.capitals);
    outline.shrink_to_fit();
    capitals.shrink_to_fit();
    findings.statements.extend(statements.statements(&origin));
    let unfilled = each_mark(&text).map(|range| origin.span(range)).collect();
    Body { text: Text::Kept(text), origin, outline, pictures, capitals, unfilled }
}

/// In how many of each the reader stands.
#[derive(Default)]
struct Depth {
    code: usize,
    image: usize,
    link: usize,
    quotation: usize,
    foreign: usize,
}

struct OpenHeading {
    level: u8,
    id: Option<String>,
    words: String,
    range: Range<usize>,
}

struct Reader<'a> {
    text: &'a str,
    origin: &'a TextOrigin,
    findings: &'a mut Findings,
    outline: Vec<Heading>,
    pictures: Vec<PictureInText>,
    /// The one whose words are being read.
    picture: Option<PictureInText>,
    capitals: Vec<Capital>,
    anchors: BTreeMap<String, usize>,
    heading: Option<OpenHeading>,
    depth: Depth,
    /// Between « and », over lines and tags.
    in_quotes: bool,
    /// The words of the paragraph so far, `None` once it holds a link or more words than a call.
    paragraph: Option<String>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(words) => self.words(&words, range),
            Event::Code(words) => self.add_to_heading(&words),
            Event::InlineHtml(_) => self.html(range),
            _ => {}
        }
    }

    /// Hands the prose to what reads its statements: not code, nor block quotes, nor pictures.
    fn state(&self, event: &Event<'_>, range: &Range<usize>, statements: &mut StatementReader<'_>) {
        match event {
            Event::Text(_) if self.depth.code > 0 || self.depth.quotation > 0 => {}
            Event::Text(_) if self.depth.foreign > 0 || self.depth.image > 0 => statements.opaque(range),
            Event::Text(_) => statements.words(range.clone(), self.depth.link > 0),
            Event::Code(_) => statements.opaque(range),
            Event::SoftBreak | Event::HardBreak => statements.space(),
            Event::Start(Tag::List(_)) => statements.list(),
            Event::Start(Tag::Item) => statements.item(),
            Event::End(TagEnd::List(_)) => statements.end_list(),
            Event::Start(tag) if is_block(tag) => statements.interrupt(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableCell) => {
                statements.block();
            }
            _ => {}
        }
    }

    /// Tags that only close are left out: the one that opens is told.
    fn html(&mut self, range: Range<usize>) {
        let range = trimmed(self.text, range);
        let written = self.text.get(range.clone()).unwrap_or("");
        let closes = written.matches("</").count();
        if written.matches('<').count() > closes {
            self.findings.fault(self.origin.span(range), FaultKind::RawHtml { plays: plays(written) });
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::HtmlBlock => self.html(range),
            Tag::Heading { level, id, .. } => {
                let id = id.map(|id| id.to_string());
                let level = (level as u8).max(2);
                self.heading = Some(OpenHeading { level, id, words: String::new(), range });
            }
            // An item of a tight list holds its words without a paragraph.
            Tag::Paragraph | Tag::Item => {
                self.paragraph = Some(String::new());
                self.in_quotes = false;
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.depth.code += 1,
            Tag::BlockQuote(_) => self.depth.quotation += 1,
            Tag::Link { link_type, dest_url, .. } => {
                let destination = link_destination(link_type, &dest_url);
                if matches!(destination, Destination::Language(_)) {
                    self.depth.foreign += 1;
                    return;
                }
                self.depth.link += 1;
                self.paragraph = None;
                self.link(destination, &dest_url, range);
            }
            Tag::Image { dest_url, .. } => {
                self.depth.image += 1;
                self.depth.link += 1;
                self.picture = Some(PictureInText {
                    destination: dest_url.as_ref().into(),
                    alt: String::new(),
                    span: self.origin.span(range.clone()),
                });
                self.link(destination(&dest_url), &dest_url, range);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::Paragraph => self.close_paragraph(range),
            TagEnd::Item => {
                let range = self.after_mark(range);
                self.close_paragraph(range);
            }
            TagEnd::CodeBlock => self.depth.code = self.depth.code.saturating_sub(1),
            TagEnd::BlockQuote(_) => self.depth.quotation = self.depth.quotation.saturating_sub(1),
            // A passage in another language holds no link and is in none.
            TagEnd::Link if self.depth.foreign > 0 => self.depth.foreign -= 1,
            TagEnd::Link => self.depth.link = self.depth.link.saturating_sub(1),
            TagEnd::Image => {
                self.depth.image = self.depth.image.saturating_sub(1);
                self.depth.link = self.depth.link.saturating_sub(1);
                self.pictures.extend(self.picture.take());
            }
            _ => {}
        }
    }

    /// An item without its dash or number.
    fn after_mark(&self, range: Range<usize>) -> Range<usize> {
        let item = self.text.get(range.clone()).unwrap_or("");
        let words = item.trim_start_matches(|character: char| !character.is_whitespace()).trim_start();
        range.start + item.len() - words.len()..range.end
    }

    fn link(&mut self, destination: Destination<'_>, url: &str, range: Range<usize>) {
        let place = self.place_within(url, range);
        let span = self.origin.span(place);
        match destination {
            Destination::Unsafe(scheme) => self.findings.fault(span, FaultKind::UnsafeUrl(scheme.into())),
            Destination::Web { host, .. } if is_shortener(host) => {
                self.findings.fault(span, FaultKind::LinkShortener(host.into()));
            }
            _ => {}
        }
        if let Some(target) = destination.target() {
            self.findings.references.push(Reference { span, target, origin: Origin::Prose });
        }
    }

    /// The last place of `part` in a range, or the whole range where it was written otherwise.
    fn place_within(&self, part: &str, range: Range<usize>) -> Range<usize> {
        let whole = self.text.get(range.clone()).unwrap_or("");
        // A title may repeat the address: it comes after, and the words of the link before.
        let from = if whole.starts_with("[[") { 0 } else { whole.rfind("](").unwrap_or(0) };
        let found = whole.get(from..).and_then(|rest| rest.find(part)).map(|at| from + at);
        match found {
            Some(at) if !part.is_empty() => range.start + at..range.start + at + part.len(),
            _ => range,
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.depth.code > 0 {
            return;
        }
        self.add_to_heading(words);
        if let Some(picture) = &mut self.picture {
            picture.alt.push_str(words);
        }
        self.add_to_paragraph(words);
        // Most texts hold neither brace nor bracket.
        let written = self.text.as_bytes().get(range.clone()).unwrap_or(&[]);
        if memchr::memchr2(b'{', b'[', written).is_some() {
            self.directives(range.clone());
            self.undefined_footnotes(range.clone());
        }
        self.find_capitals(range);
    }

    fn add_to_paragraph(&mut self, words: &str) {
        // A call is short: no need to keep paragraphs.
        let is_short = |paragraph: &String| paragraph.len() + words.len() <= LONGEST_CALL;
        self.paragraph = self.paragraph.take().filter(is_short);
        if let Some(paragraph) = &mut self.paragraph {
            paragraph.push_str(words);
        }
    }

    fn directives(&mut self, range: Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or("");
        let mut from = 0;
        while let Some(found) = directive::find(written, from) {
            from = found.range.end;
            let place = range.start + found.range.start..range.start + found.range.end;
            let span = self.origin.span(place);
            if found.name != "figure" {
                self.findings.fault(span, FaultKind::UnknownDirective { name: found.name.into() });
                continue;
            }
            let Some((entity, metric)) = directive::figure_argument(found.argument) else {
                self.findings.fault(span, FaultKind::BrokenDirective);
                continue;
            };
            if let Some((key, _)) = found.options.iter().find(|(key, _)| !FIGURE_OPTIONS.contains(key)) {
                self.findings.fault(span, FaultKind::UnknownOption { key: (*key).into() });
                continue;
            }
            self.figure(entity, metric, &found, range.start);
        }
        // A directive is written on one line: one that is not closed there would be shown as it is.
        if let Some(open) = written.get(from..).and_then(|rest| rest.find("{{")) {
            let place = range.start + from + open..range.end;
            self.findings.fault(self.origin.span(place), FaultKind::UnclosedDirective);
        }
    }

    fn figure(&mut self, entity: &str, metric: &str, found: &directive::Directive<'_>, base: usize) {
        let written = self.text.get(base + found.range.start..base + found.range.end).unwrap_or("");
        let argument = base + found.range.start + written.find(found.argument).unwrap_or(0);
        let metric_at = argument + entity.len() + 1;
        let entity_span = self.origin.span(argument..argument + entity.len());
        let metric_span = self.origin.span(metric_at..metric_at + metric.len());
        let origin = Origin::Prose;
        let list = List::Metrics;
        let choices = found.options.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        let targets = [
            (entity_span, Target::entity(&[], entity)),
            (metric_span, Target::Term { list, id: metric.into() }),
            (metric_span, Target::Figure { entity: entity.into(), metric: metric.into(), choices }),
        ];
        let references = targets.map(|(span, target)| Reference { span, target, origin });
        self.findings.references.extend(references);
    }

    /// A note that is defined is an event of its own: what is left as text is not.
    fn undefined_footnotes(&mut self, range: Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or("");
        for (at, _) in written.match_indices("[^") {
            let Some(length) = written.get(at..).and_then(|rest| rest.find(']')) else { continue };
            let name = written.get(at + 2..at + length).unwrap_or("");
            let place = range.start + at..range.start + at + length + 1;
            let is_name = !name.is_empty() && !name.contains(char::is_whitespace);
            // The backslash itself is in no text: it stands before it.
            let is_escaped = self.text.get(..place.start).is_some_and(|before| before.ends_with('\\'));
            if is_name && !is_escaped {
                let kind = FaultKind::UndefinedFootnote(name.into());
                self.findings.fault(self.origin.span(place), kind);
            }
        }
    }

    fn find_capitals(&mut self, range: Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or("");
        let is_free = self.depth.link == 0 && self.depth.quotation == 0 && self.depth.foreign == 0;
        let found = |capital| {
            if is_free {
                self.capitals.push(capital);
            }
        };
        capital::find(written, range.start, &mut self.in_quotes, found);
    }

    fn add_to_heading(&mut self, words: &str) {
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(words);
        }
    }

    fn close_heading(&mut self) {
        let Some(open) = self.heading.take() else { return };
        let wanted = open.id.unwrap_or_else(|| slugify(&open.words));
        let count = self.anchors.entry(wanted.clone()).or_default();
        *count += 1;
        let anchor = if *count == 1 { wanted } else { format!("{wanted}-{count}") };
        let span = self.origin.span(trimmed(self.text, open.range));
        self.outline.push(Heading { level: open.level, text: open.words, anchor, span });
    }

    fn close_paragraph(&mut self, range: Range<usize>) {
        let Some(words) = self.paragraph.take() else { return };
        let bare = words.trim().trim_end_matches(['.', '!', '…', ' ', '>', '→']);
        if !CALL_BYTES.contains(&bare.len()) {
            return;
        }
        let bare = bare.to_lowercase();
        if CALLS.contains(&bare.replace('’', "'").as_str()) {
            let span = self.origin.span(trimmed(self.text, range));
            self.findings.fault(span, FaultKind::EmptyCallToAction);
        }
    }
}

/// Whether a tag begins a block of its own.
const fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::TableCell
            | Tag::FootnoteDefinition(_)
    )
}

/// A range without the white space at its end.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text.get(range.clone()).map_or(0, |text| text.trim_end().len());
    range.start..range.start + length
}

/// Words as the end of an address: `n° 3` is `numero-3`, other letters lose their accents.
#[must_use]
pub fn slugify(words: &str) -> String {
    let plain = if words.contains('°') {
        deunicode::deunicode(&words.replace("n°", "numero ").replace("N°", "numero "))
    } else {
        deunicode::deunicode(words)
    };
    let mut slug = String::with_capacity(plain.len());
    for character in plain.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::capital::word_mark;
    use super::*;

    fn facts(text: &str) -> (Body, Findings) {
        let mut findings = Findings::default();
        let body = read(text.into(), TextOrigin::AsWritten(0), &mut findings);
        (body, findings)
    }

    fn written<'a>(text: &'a str, findings: &Findings) -> Vec<&'a str> {
        findings.references.iter().map(|reference| &text[reference.span.range()]).collect()
    }

    #[test]
    fn every_reference_knows_its_bytes() {
        let text =
            "Avec [[tes]], [[tes|Pôle TES]], [x](pole:enter#a), [y](../b.md) et {{figure: tes/members}}.";
        let (_, findings) = facts(text);
        assert_eq!(
            written(text, &findings),
            ["tes", "tes", "pole:enter#a", "../b.md", "tes", "members", "members"]
        );
        assert!(findings.faults.is_empty(), "{:?}", findings.faults);
    }

    #[test]
    fn headings_have_stable_anchors() {
        let (body, _) = facts("## L'été à Brest\n\n### L'été à Brest\n\n## N° 3 {#trois}\n");
        let anchors: Vec<_> = body.outline.iter().map(|heading| heading.anchor.as_str()).collect();
        assert_eq!(anchors, ["l-ete-a-brest", "l-ete-a-brest-2", "trois"]);
    }

    #[test]
    fn foreign_passages_are_no_links() {
        let (_, findings) = facts("Un [Digital *Innovation* Hub]{lang=en} à [Brest] et [x]{lang=}.");
        assert!(findings.references.is_empty() && findings.faults.is_empty());
    }

    #[test]
    fn what_may_not_stand_in_a_text_is_told() {
        let text = "<b>a</b>\n\n[x](javascript:a) [y](https://bit.ly/z)\n\nCliquez ici.\n\nNote[^1].\n\n{{video: x}}\n";
        let (_, findings) = facts(text);
        let kinds: Vec<String> = findings
            .faults
            .iter()
            .map(|fault| format!("{:?}", fault.kind).split(['(', ' ']).next().unwrap_or("").to_owned())
            .collect();
        assert_eq!(
            kinds,
            [
                "RawHtml",
                "UnsafeUrl",
                "LinkShortener",
                "EmptyCallToAction",
                "UndefinedFootnote",
                "UnknownDirective"
            ]
        );
    }

    #[test]
    fn capitals_leave_links_and_quotations_aside() {
        let text = "Avec I&R et [TES](pole:tes), « à Brest » puis Cap Gemini.";
        let (body, _) = facts(text);
        let words = ["Avec", "I&R", "Cap", "Gemini"];
        let capital = |word: &str| (text.find(word), word_mark(word));
        let found = body.capitals.iter().map(|it| (Some(it.start as usize), it.word));
        assert_eq!(found.collect::<Vec<_>>(), words.map(capital));
    }
}
