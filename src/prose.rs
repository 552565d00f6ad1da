//! A text in Markdown made into HTML: links resolved by the caller, typography on every text.
//!
//! What comes out is HTML with holes, which the theme fills: figures and pictures. This module must
//! not know what a reference leads to: it asks [`Links`].

mod block;
mod excerpt;
mod footnotes;
mod picture;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use crate::language::{Language, is_read_leftwards};
use crate::parse::markdown::{after_foreign_passage, events, link_destination};
use crate::parse::{Body, Destination, directive};
use crate::typography::{Rules, escape};
use block::Block;
pub use excerpt::{all_words, excerpt};
use footnotes::Footnotes;
pub use picture::ShownPicture;
use picture::{Held, OpenPicture};

/// What a text asks of the site that it is shown on.
pub trait Links {
    /// What the theme is given to fill a hole.
    type Hole;

    /// Where a link leads; `None` where it leads to nothing that is shown: its words remain.
    fn link(&self, destination: &Destination<'_>) -> Option<Link>;

    /// The name of an entity, for a link without words.
    fn name(&self, id: &str) -> Option<String>;

    /// A picture; `None` where its file is not shown.
    fn picture(&self, picture: &ShownPicture<'_>) -> Option<Self::Hole>;

    /// A figure of an entity.
    fn figure(&self, entity: &str, metric: &str, options: &[(&str, &str)]) -> Option<Self::Hole>;

    /// The number of a figure alone, for texts without tags.
    fn figure_words(&self, entity: &str, metric: &str, options: &[(&str, &str)]) -> Option<String>;
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The language of what is there, where it is not that of the page.
    pub language: Option<Language>,
}

/// A piece of a rendered text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<H> {
    /// HTML, as it is.
    Html(String),
    /// What the theme renders.
    Hole(H),
}

/// The words that a text needs from the theme.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    /// The heading of the notes.
    pub notes: &'a str,
    /// What a table is called for those who reach it by keyboard, to scroll it.
    pub table: &'a str,
    /// What leads from a note back to its call; `{number}` is the note's.
    pub back: &'a str,
}

/// Renders a text written in `language`.
pub fn html<L: Links>(body: &Body, language: &Language, links: &L, words: &Words<'_>) -> Vec<Part<L::Hole>> {
    let mut writer = Writer {
        links,
        words,
        rules: vec![Rules::for_language(language.tag())],
        headings: body.outline.iter().map(|heading| heading.anchor.as_str()),
        out: vec![Part::Html(String::with_capacity(body.text.len() * 3 / 2))],
        block: Block::default(),
        notes: Footnotes::default(),
        main: None,
        texts: Texts::Shown,
        open_links: Vec::new(),
        alignments: Vec::new(),
        column: 0,
        in_table_head: false,
        tables: 0,
        picture: None,
        held: None,
    };
    for (event, _) in events(&body.text.read()) {
        writer.event(event);
    }
    writer.finish()
}

/// What becomes of the texts that come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    /// They are typeset.
    Shown,
    /// They are code, left as it is.
    Code,
    /// They are the id of a link without words, whose name has been written.
    Named,
    /// The first begins with the mark of the foreign passage that it follows.
    AfterForeign,
}

/// How a link that was opened is closed.
enum OpenLink {
    Anchor,
    Foreign,
    WordsOnly,
}

struct Writer<'a, L: Links, H> {
    links: &'a L,
    words: &'a Words<'a>,
    rules: Vec<Rules>,
    headings: H,
    out: Vec<Part<L::Hole>>,
    block: Block<L::Hole>,
    notes: Footnotes<L::Hole>,
    /// The text's own output while a note's text is being written to `out`.
    main: Option<(String, Vec<Part<L::Hole>>)>,
    texts: Texts,
    open_links: Vec<OpenLink>,
    alignments: Vec<Alignment>,
    column: usize,
    in_table_head: bool,
    /// How many tables there were so far.
    tables: usize,
    /// The picture whose words are being read.
    picture: Option<OpenPicture>,
    /// What a paragraph holds as long as it may hold pictures alone.
    held: Option<Vec<Held>>,
}

impl<'a, L: Links, H: Iterator<Item = &'a str>> Writer<'a, L, H> {
    fn event(&mut self, event: Event<'_>) {
        let Some(event) = self.pictures(event) else { return };
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.block.markup("<code>");
                self.block.text(&code, Rules::None);
                self.block.markup("</code>");
            }
            Event::SoftBreak => self.block.text("\n", self.current_rules()),
            Event::HardBreak => {
                self.block.markup("<br>");
                self.block.text("\n", Rules::None);
            }
            Event::Rule => self.push("<hr>\n"),
            Event::FootnoteReference(name) => {
                let call = self.notes.call(&name);
                self.block.markup(&call);
            }
            // HTML in a text is refused before anything is rendered; other events are not enabled.
            _ => {}
        }
    }

    fn current_rules(&self) -> Rules {
        self.rules.last().copied().unwrap_or(Rules::None)
    }

    fn push(&mut self, html: &str) {
        self.flush();
        block::push_html(&mut self.out, html);
    }

    fn flush(&mut self) {
        self.block.flush(&mut self.out);
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.flush();
                self.held = Some(Vec::new());
            }
            Tag::Heading { level, .. } => {
                let level = (level as u8).max(2);
                let anchor = escape(self.headings.next().unwrap_or("")).into_owned();
                self.push(&format!("<h{level} id=\"{anchor}\">"));
            }
            Tag::BlockQuote(_) => self.push("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.code_block(&kind),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::Item => self.push("<li>"),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                let region = self.table_region();
                self.push(&format!("{region}<table>\n"));
            }
            Tag::TableHead => {
                self.in_table_head = true;
                self.column = 0;
                self.push("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.push("<tr>");
            }
            Tag::TableCell => self.open_cell(),
            Tag::FootnoteDefinition(name) => {
                self.flush();
                let out = std::mem::replace(&mut self.out, vec![Part::Html(String::new())]);
                self.main = Some((name.to_string(), out));
            }
            inline => self.start_inline(inline),
        }
    }

    fn start_inline(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.block.markup("<em>"),
            Tag::Strong => self.block.markup("<strong>"),
            Tag::Strikethrough => self.block.markup("<del>"),
            Tag::Link { link_type, dest_url, .. } => self.open_link(link_type, &dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.push("</p>\n"),
            TagEnd::Heading(level) => {
                let level = (level as u8).max(2);
                self.push(&format!("</h{level}>\n"));
            }
            TagEnd::BlockQuote(_) => self.push("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.push("</code></pre>\n");
                self.texts = Texts::Shown;
            }
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::Table => self.push("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.push("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.close_cell(),
            TagEnd::FootnoteDefinition => self.close_footnote(),
            TagEnd::Emphasis => self.block.markup("</em>"),
            TagEnd::Strong => self.block.markup("</strong>"),
            TagEnd::Strikethrough => self.block.markup("</del>"),
            TagEnd::Link => self.close_link(),
            _ => {}
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.texts = Texts::Code;
        match kind {
            CodeBlockKind::Fenced(language) if !language.is_empty() => {
                let language = escape(language).into_owned();
                self.push(&format!("<pre><code class=\"language-{language}\">"));
            }
            _ => self.push("<pre><code>"),
        }
    }

    /// What holds a table wider than the page: a keyboard must reach it to scroll it, and two
    /// regions of one page must not have the same name.
    fn table_region(&mut self) -> String {
        self.tables += 1;
        let number = if self.tables > 1 { format!(" {}", self.tables) } else { String::new() };
        let label = escape(self.words.table);
        format!("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{label}{number}\">")
    }

    fn open_cell(&mut self) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        let tag = if self.in_table_head { "th scope=\"col\"" } else { "td" };
        self.push(&format!("<{tag}{class}>"));
    }

    fn close_cell(&mut self) {
        self.push(if self.in_table_head { "</th>" } else { "</td>" });
    }

    fn open_link(&mut self, link_type: LinkType, url: &str) {
        let destination = link_destination(link_type, url);
        if let Destination::Language(tag) = destination {
            let direction = if is_read_leftwards(tag) { " dir=\"rtl\"" } else { "" };
            self.block.markup(&format!("<span lang=\"{}\"{direction}>", escape(tag)));
            self.rules.push(Rules::for_language(tag));
            self.open_links.push(OpenLink::Foreign);
            return;
        }
        match self.links.link(&destination) {
            Some(link) => {
                let hreflang = link.language.map(|language| format!(" hreflang=\"{language}\""));
                let hreflang = hreflang.unwrap_or_default();
                self.block.markup(&format!("<a href=\"{}\"{hreflang}>", escape(&link.href)));
                self.open_links.push(OpenLink::Anchor);
            }
            None => self.open_links.push(OpenLink::WordsOnly),
        }
        if let (LinkType::WikiLink { has_pothole: false }, Destination::Entity { id, .. }) =
            (link_type, destination)
        {
            let name = self.links.name(id).unwrap_or_else(|| id.to_owned());
            self.block.text(&name, self.current_rules());
            self.texts = Texts::Named;
        }
    }

    fn close_link(&mut self) {
        self.texts = Texts::Shown;
        match self.open_links.pop() {
            Some(OpenLink::Anchor) => self.block.markup("</a>"),
            Some(OpenLink::Foreign) => {
                self.rules.pop();
                self.block.markup("</span>");
                self.texts = Texts::AfterForeign;
            }
            Some(OpenLink::WordsOnly) | None => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.texts {
            Texts::Shown => self.text_with_directives(text),
            Texts::Code => self.push(&escape(text)),
            Texts::Named => {}
            Texts::AfterForeign => {
                self.texts = Texts::Shown;
                self.text_with_directives(after_foreign_passage(text));
            }
        }
    }

    fn text_with_directives(&mut self, text: &str) {
        let mut from = 0;
        while let Some(found) = directive::find(text, from) {
            let before = text.get(from..found.range.start).unwrap_or("");
            self.block.text(before, self.current_rules());
            let figure = directive::figure_argument(found.argument)
                .and_then(|(entity, metric)| self.links.figure(entity, metric, &found.options));
            if let Some(figure) = figure {
                self.block.hole(figure);
            }
            from = found.range.end;
        }
        self.block.text(text.get(from..).unwrap_or(""), self.current_rules());
    }

    fn close_footnote(&mut self) {
        self.flush();
        let Some((name, main)) = self.main.take() else { return };
        let note = std::mem::replace(&mut self.out, main);
        self.notes.define(name, note);
    }

    fn finish(mut self) -> Vec<Part<L::Hole>> {
        self.flush();
        self.notes.finish(&mut self.out, self.words);
        self.out
    }
}

#[cfg(test)]
mod tests;
