//! The pieces of a page, from html5ever's tokenizer.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag as ReadTag, TagKind, Token as ReadToken, TokenSink, TokenSinkResult, Tokenizer,
};

use super::{Tag, Token};

/// Reads a page; whatever it holds, something comes of it.
#[must_use]
pub fn read(html: &str) -> Vec<Token> {
    let tokenizer = Tokenizer::new(Sink::default(), html5ever::tokenizer::TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    // The tokenizer stops where a script or the encoding is told, and goes on from there.
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner().tokens
}

#[derive(Default)]
struct Sink(RefCell<Reading>);

#[derive(Default)]
struct Reading {
    tokens: Vec<Token>,
    /// How deep in drawings, where no text is raw.
    drawings: usize,
    /// Whether what comes is text as it is.
    is_raw: bool,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: ReadToken, _: u64) -> TokenSinkResult<()> {
        let mut reading = self.0.borrow_mut();
        match token {
            ReadToken::TagToken(tag) if tag.kind == TagKind::StartTag => return reading.open(&tag),
            ReadToken::TagToken(tag) => reading.close(&tag),
            ReadToken::CharacterTokens(text) => reading.text(&text),
            ReadToken::CommentToken(text) => reading.tokens.push(Token::Comment(text.to_string())),
            ReadToken::DoctypeToken(doctype) => {
                let name = doctype.name.map_or_else(|| "html".to_owned(), |name| name.to_string());
                reading.tokens.push(Token::Doctype(name));
            }
            ReadToken::NullCharacterToken | ReadToken::EOFToken | ReadToken::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reading {
    fn open(&mut self, tag: &ReadTag) -> TokenSinkResult<()> {
        let attributes = tag.attrs.iter().map(|it| (it.name.local.to_string(), it.value.to_string()));
        let (name, closes_itself) = (tag.name.to_string(), tag.self_closing);
        let raw = if self.drawings == 0 { raw_kind(&name) } else { None };
        if matches!(name.as_str(), "svg" | "math") && !closes_itself {
            self.drawings += 1;
        }
        self.tokens.push(Token::Open(Tag { name, attributes: attributes.collect(), closes_itself }));
        self.is_raw = raw.is_some_and(|kind| kind != RawKind::Rcdata);
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }

    fn close(&mut self, tag: &ReadTag) {
        if matches!(&*tag.name, "svg" | "math") {
            self.drawings = self.drawings.saturating_sub(1);
        }
        self.is_raw = false;
        self.tokens.push(Token::Close(tag.name.to_string()));
    }

    /// Text comes in pieces; what follows each other is one.
    fn text(&mut self, text: &str) {
        match self.tokens.last_mut() {
            Some(Token::Text(before) | Token::Raw(before)) => before.push_str(text),
            _ if self.is_raw => self.tokens.push(Token::Raw(text.to_owned())),
            _ => self.tokens.push(Token::Text(text.to_owned())),
        }
    }
}

/// How the text of an element is read, where it is not markup.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "title" | "textarea" => Some(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "script" => Some(RawKind::ScriptData),
        _ => None,
    }
}
