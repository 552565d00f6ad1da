//! YAML as a tree of nodes that know their place in the file.
//!
//! Nothing is guessed: a scalar stays the text that was written, so `NO`, `01` and `18:30` keep
//! their letters, and the schema's tables say what a text must be. Anchors and aliases are
//! refused, which also ends the attacks that multiply them. This module must not know the tables.

use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as YamlSpan, StructureStyle};

use super::yaml_slip::{Stop, YamlSlip, conflict, stop};
use crate::source::Span;

/// Deeper than any content, shallower than any stack.
const DEEPEST: usize = 64;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands in the whole file.
    pub span: Span,
    /// What it is.
    pub value: NodeValue,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeValue {
    /// Nothing was written, or `~`.
    Empty,
    /// A text, and how it was written.
    Scalar(Arc<str>, Writing),
    /// Values after dashes or in brackets.
    Sequence(Vec<Node>),
    /// Keys and values, in the order of the file, repeated keys included.
    Mapping(Vec<(Node, Node)>),
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Without quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// After `|`: each line below, as it stands.
    Literal,
    /// After `>`: lines below, joined.
    Folded,
}

impl Node {
    /// The text of a scalar, empty where nothing was written.
    #[must_use]
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar(text, _) => Some(text),
            _ => None,
        }
    }
}

/// Why a text is not YAML that grappe reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlError {
    /// The text breaks the grammar; what the writer most likely did.
    Grammar(YamlSlip),
    /// An anchor or alias.
    Alias,
    /// A tag: `!important`.
    Tag,
    /// A second document in the file.
    SecondDocument,
    /// Values within values beyond any use.
    TooDeep,
    /// A key that is a list or has keys itself.
    ComplexKey,
}

/// Reads a YAML text that begins at `offset` in its file.
///
/// # Errors
/// The first place where the text is not YAML that grappe reads.
pub fn read(text: &str, offset: usize) -> Result<Node, (Span, YamlError)> {
    // A text that begins with a star is no slip of grammar: it is told as the alias it would be.
    let options = granit_parser::options! { emit_unresolved_aliases: true };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut reader = Reader { parser, text, offset };
    reader.document()
}

struct Reader<'a> {
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    text: &'a str,
    offset: usize,
}

type Parsed = Result<Node, (Span, YamlError)>;
type Step<'a> = Result<(Event<'a>, Span), (Span, YamlError)>;

impl<'a> Reader<'a> {
    fn document(&mut self) -> Parsed {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::StreamEnd | Event::DocumentEnd => {
                    return Ok(Node { span: self.top(), value: NodeValue::Empty });
                }
                event => {
                    let node = self.node(event, span, 0)?;
                    self.nothing_more()?;
                    return Ok(node);
                }
            }
        }
    }

    fn top(&self) -> Span {
        Span::new(self.offset, self.offset)
    }

    fn nothing_more(&mut self) -> Result<(), (Span, YamlError)> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(()),
                Event::DocumentStart(..) => return Err((span, YamlError::SecondDocument)),
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Step<'a> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.span(&span))),
            Some(Err(error)) => Err(self.grammar(&error)),
            None => Ok((Event::StreamEnd, self.top())),
        }
    }

    fn span(&self, span: &YamlSpan) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        Span::new(self.offset + range.start, self.offset + range.end)
    }

    fn grammar(&self, error: &ScanError) -> (Span, YamlError) {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let until = (at + 1).min(self.text.len());
        let span = Span::new(self.offset + at, self.offset + until);
        match stop(error.kind()) {
            Stop::Alias => (span, YamlError::Alias),
            Stop::Tag => (span, YamlError::Tag),
            Stop::TooDeep => (span, YamlError::TooDeep),
            Stop::Slip(slip) => self.slip(span, slip),
        }
    }

    /// A slip at its place; whatever stopped the reader, a merge that git left open comes first.
    fn slip(&self, span: Span, slip: YamlSlip) -> (Span, YamlError) {
        match conflict(self.text) {
            Some((at, length)) => {
                let start = self.offset + at;
                (Span::new(start, start + length), YamlError::Grammar(YamlSlip::Conflict))
            }
            None => (span, YamlError::Grammar(slip)),
        }
    }

    /// The span of the mark that stands before a node: `&secteurs` before `[numerique]`.
    fn mark(&self, mark: char, node: Span) -> Span {
        let before = self.text.get(..(node.start as usize).saturating_sub(self.offset)).unwrap_or("");
        let Some(at) = before.rfind(mark) else { return node };
        let length = before.get(at..).map_or(0, |rest| rest.find(char::is_whitespace).unwrap_or(rest.len()));
        Span::new(self.offset + at, self.offset + at + length)
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Parsed {
        if depth > DEEPEST {
            return Err((span, YamlError::TooDeep));
        }
        match event {
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _)
                if anchor != 0 =>
            {
                Err((self.mark('&', span), YamlError::Alias))
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, _, Some(_))
            | Event::MappingStart(_, _, Some(_)) => Err((self.mark('!', span), YamlError::Tag)),
            Event::Scalar(text, style, ..) => Ok(Node { span, value: scalar(&text, style) }),
            Event::SequenceStart(style, ..) => self.sequence(span, style, depth),
            Event::MappingStart(style, ..) => self.mapping(span, style, depth),
            _ => Err((span, YamlError::Alias)),
        }
    }

    fn sequence(&mut self, start: Span, style: StructureStyle, depth: usize) -> Parsed {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let span = whole(start, style, items.last(), span);
                return Ok(Node { span, value: NodeValue::Sequence(items) });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn mapping(&mut self, start: Span, style: StructureStyle, depth: usize) -> Parsed {
        let mut pairs: Vec<(Node, Node)> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let span = whole(start, style, pairs.last().map(|(_, value)| value), span);
                return Ok(Node { span, value: NodeValue::Mapping(pairs) });
            }
            let key = self.node(event, span, depth + 1)?;
            if !matches!(key.value, NodeValue::Scalar(..)) {
                return Err((key.span, YamlError::ComplexKey));
            }
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            pairs.push((key, value));
        }
    }
}

/// The span of a list or table: to its bracket, or to the end of its last value where it has none.
fn whole(start: Span, style: StructureStyle, last: Option<&Node>, end: Span) -> Span {
    let end = match (style, last) {
        (StructureStyle::Block, Some(last)) => last.span.end,
        _ => end.end,
    };
    Span { start: start.start, end: end.max(start.start) }
}

fn scalar(text: &str, style: ScalarStyle) -> NodeValue {
    let writing = match style {
        ScalarStyle::Plain => Writing::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Writing::Quoted,
        ScalarStyle::Literal => Writing::Literal,
        ScalarStyle::Folded => Writing::Folded,
    };
    if writing == Writing::Plain && matches!(text, "" | "~" | "null") {
        return NodeValue::Empty;
    }
    NodeValue::Scalar(text.into(), writing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(String, String)> {
        let node = read(text, 0).expect("well-formed YAML");
        let NodeValue::Mapping(pairs) = node.value else { panic!("a mapping") };
        let slice = |node: &Node| text[node.span.range()].to_owned();
        pairs.iter().map(|(key, value)| (slice(key), slice(value))).collect()
    }

    #[test]
    fn every_node_knows_its_bytes() {
        let pairs = keys("nom: Pôle « É »\ncode: \"01\"\nregions: [bretagne, corse]\n");
        assert_eq!(pairs[0], ("nom".into(), "Pôle « É »".into()));
        assert_eq!(pairs[1], ("code".into(), "\"01\"".into()));
        assert_eq!(pairs[2].1, "[bretagne, corse]");
        assert_eq!(keys("a:\n  - b: 1\n  - c\nd: 2\n")[0].1, "- b: 1\n  - c");
    }

    #[test]
    fn scalars_keep_their_letters() {
        let node = read("NO", 0).expect("a scalar");
        assert_eq!(node.scalar(), Some("NO"));
    }

    #[test]
    fn what_is_refused_has_a_place() {
        assert!(matches!(read("a: &x 1\nb: *x\n", 0), Err((_, YamlError::Alias))));
        assert!(matches!(read("a: *x\n", 0), Err((_, YamlError::Alias))));
        assert_eq!(read("a: &x [1]\n", 10).map_err(|(span, _)| span).err(), Some(Span::new(13, 15)));
        assert!(matches!(read("a: !x 1\n", 0), Err((_, YamlError::Tag))));
        assert!(matches!(read("a: 1\n---\nb: 2\n", 0), Err((_, YamlError::SecondDocument))));
        assert!(read(&"[".repeat(100_000), 0).is_err());
        assert!(matches!(read("? [a, b]\n: c\n", 0), Err((_, YamlError::ComplexKey))));
        let (span, error) = read("a: [1, 2\nb: 3\n", 10).expect_err("broken YAML");
        assert!(matches!(error, YamlError::Grammar(_)));
        assert!(span.start >= 10);
    }
}
