//! Reads the blocks of a text for its statements: one pass, a sentence at a time.

use std::cell::LazyCell;
use std::ops::Range;

use super::enumeration::{self, Enumeration};
use super::lexer::Lexer;
use super::list::{Announcement, OpenList};
use super::sentence::Sentence;
use super::token::{Sign, Token, folded};
use super::{Claim, Statement, calendar, count, future, now, post_held, relative, trigger, weekday};
use crate::date::{month_abbreviated, weekday_abbreviated};
use crate::parse::body::TextOrigin;

/// A sentence longer than this is read in parts: nobody wrote it.
const LONGEST: usize = 256;

/// As many tokens as most sentences have, or more.
const USUAL: usize = 64;

/// Abbreviations that a full stop follows within a sentence.
const ABBREVIATIONS: [&str; 12] =
    ["mm", "mme", "dr", "pr", "st", "ste", "art", "cf", "env", "no", "vol", "av"];

/// The bytes of the longest of them and of months and weekdays: « févr ».
const LONGEST_ABBREVIATION: usize = 5;

/// Reads one text.
pub struct StatementReader<'a> {
    text: &'a str,
    folded: String,
    lexer: Lexer,
    tokens: Vec<Token>,
    /// The words of the sentence at which a finder looks.
    triggers: Vec<usize>,
    /// Whether the block has named a year.
    follows_year: bool,
    /// Whether a number or a colon stands in the sentence.
    has_number: bool,
    has_colon: bool,
    announcement: Option<Announcement>,
    lists: Vec<OpenList>,
    found: Vec<(Range<usize>, Claim)>,
}

impl<'a> StatementReader<'a> {
    /// Statements of a text without Markdown.
    pub fn of_words(text: &'a str) -> Self {
        let mut reader = Self::new(text);
        reader.words(0..text.len(), false);
        reader.block();
        reader
    }

    /// A reader of a text that is given block by block.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            folded: folded(text),
            lexer: Lexer::default(),
            tokens: Vec::with_capacity(USUAL),
            triggers: Vec::new(),
            follows_year: false,
            has_number: false,
            has_colon: false,
            announcement: None,
            lists: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Words of the block, within a link or not.
    pub fn words(&mut self, range: Range<usize>, is_linked: bool) {
        let mut at = range.start;
        while let Some((token, next)) = self.next(at, range.end, is_linked) {
            self.token(token);
            if self.ends_sentence(token, range.end) || self.tokens.len() >= LONGEST {
                self.sentence();
            }
            at = next;
        }
    }

    fn next(&mut self, at: usize, end: usize, is_linked: bool) -> Option<(Token, usize)> {
        self.lexer.next(self.text, self.folded.get(..end)?, at, is_linked)
    }

    /// A line's end within the block.
    pub const fn space(&mut self) {
        self.lexer.space();
    }

    /// Something in the block that is no prose: code, a picture, words in another language.
    pub fn opaque(&mut self, range: &Range<usize>) {
        let narrow = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let (start, end) = (narrow(range.start), narrow(range.end));
        let sign = Sign::Opaque;
        self.token(Token { start, end, sign, is_linked: false, is_capital: false, is_apart: true });
    }

    /// The end of a block, or the start of one.
    pub fn block(&mut self) {
        let had_tokens = !self.tokens.is_empty();
        self.sentence();
        if !had_tokens {
            return;
        }
        self.lexer = Lexer::default();
        self.follows_year = false;
    }

    /// Something that comes between a sentence and the list that it announced.
    pub fn interrupt(&mut self) {
        self.block();
        self.announcement = None;
    }

    /// The start of a list.
    pub fn list(&mut self) {
        self.block();
        if let Some(outer) = self.lists.last_mut() {
            outer.give_up();
        }
        self.lists.push(OpenList::new(self.announcement.take()));
    }

    /// The start of an item.
    pub fn item(&mut self) {
        self.interrupt();
        if let Some(list) = self.lists.last_mut() {
            list.item();
        }
    }

    /// The end of a list.
    pub fn end_list(&mut self) {
        self.interrupt();
        if let Some((announced, listed)) = self.lists.pop().and_then(OpenList::difference) {
            let claim = Claim::Count { announced: announced.number, listed, unless_name: None };
            self.found.push((announced.bytes, claim));
        }
    }

    /// The statements, at their places in the file.
    pub fn statements(self, origin: &TextOrigin) -> impl Iterator<Item = Statement> {
        self.found.into_iter().map(move |(bytes, claim)| Statement {
            span: origin.span(bytes.clone()),
            words: self.text.get(bytes).unwrap_or("").into(),
            claim,
        })
    }

    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    fn token(&mut self, token: Token) {
        match token.sign {
            Sign::Number(_) => self.has_number = true,
            Sign::Mark(':') => self.has_colon = true,
            Sign::Word => {
                let word = self.folded.as_bytes().get(token.start as usize..token.end as usize);
                if word.is_some_and(trigger::is_trigger) {
                    self.triggers.push(self.tokens.len());
                }
            }
            _ => {}
        }
        if let Some(list) = self.lists.last_mut()
            && list.is_at_start()
        {
            list.starts_with(token.is_capital || token.is_linked);
        }
        self.tokens.push(token);
    }

    /// A mark ends a sentence where white space follows, and for a full stop no small letter.
    fn ends_sentence(&self, token: Token, end: usize) -> bool {
        let Sign::Mark(mark @ ('.' | '!' | '?' | '…')) = token.sign else { return false };
        let after = self.text.get(token.end as usize..end).unwrap_or("");
        let next = after.trim_start().chars().next();
        let is_apart = after.starts_with(char::is_whitespace) || after.is_empty();
        let is_full_stop = mark == '.' || mark == '…';
        is_apart && !(is_full_stop && (next.is_some_and(char::is_lowercase) || self.follows_abbreviation()))
    }

    fn follows_abbreviation(&self) -> bool {
        let before = self.tokens.len().checked_sub(2).and_then(|at| self.tokens.get(at));
        let Some(before) = before.filter(|token| token.sign == Sign::Word) else { return false };
        let word = self.folded.get(before.start as usize..before.end as usize).unwrap_or("");
        if word.len() > LONGEST_ABBREVIATION {
            return false;
        }
        let is_short = ABBREVIATIONS.contains(&word)
            || month_abbreviated(word).is_some()
            || weekday_abbreviated(word).is_some();
        is_short || (word.chars().count() == 1 && before.is_capital)
    }

    /// Whether the sentence so far holds anything that a finder looks at: most hold nothing.
    fn may_state(&self) -> bool {
        let is_counted = self.lists.last().is_some_and(OpenList::is_announced);
        self.has_number || self.has_colon || is_counted || !self.triggers.is_empty()
    }

    /// Reads the sentence that the tokens make, and makes room for the next.
    fn sentence(&mut self) {
        if self.tokens.is_empty() {
            return;
        }
        if !self.may_state() {
            self.announcement = None;
            self.tokens.clear();
            return;
        }
        let tokens = std::mem::take(&mut self.tokens);
        let follows_year = self.follows_year;
        let sentence = Sentence { tokens: &tokens, text: self.text, folded: &self.folded, follows_year };
        let mentions = if self.has_number { calendar::mentions(sentence) } else { Vec::new() };
        // Once for all its words: a sentence may say « aujourd'hui » many times.
        let has_figure = LazyCell::new(|| now::has_figure(sentence, &mentions));
        let mut claims = Vec::new();
        for mention in &mentions {
            claims.extend(weekday::claims(sentence, mention));
            if let (Some(range), Some(until)) = (future::wording(sentence, mention), mention.last()) {
                claims.push((range, Claim::Future { until }));
            }
        }
        for at in self.triggers.drain(..) {
            let found = relative::claim(sentence, at)
                .or_else(|| now::claim(sentence, at, &mentions, || *has_figure))
                .or_else(|| post_held::claim(sentence, at));
            claims.extend(found);
        }
        self.announcement = None;
        if self.has_colon {
            self.announcement = announcement(sentence);
            claims.extend(counted(sentence));
        }
        self.found.extend(claims.into_iter().map(|(range, claim)| (sentence.bytes(range), claim)));
        if self.has_number && (0..sentence.len()).any(|at| sentence.year(at).is_some()) {
            self.follows_year = true;
        }
        if let Some(list) =
            self.lists.last_mut().filter(|list| list.is_announced() && is_open_ended(sentence))
        {
            list.give_up();
        }
        self.tokens = tokens;
        self.tokens.clear();
        (self.has_number, self.has_colon) = (false, false);
    }
}

/// « etc. », « … », « et d'autres ».
fn is_open_ended(sentence: Sentence<'_>) -> bool {
    let has_dots = sentence.tokens.iter().any(|token| token.sign == Sign::Mark('…'));
    has_dots || sentence.has_word(0..sentence.len(), &["etc", "autres", "notamment"])
}

/// What a sentence that ends with a colon announces.
fn announcement(sentence: Sentence<'_>) -> Option<Announcement> {
    let colon = sentence.len().checked_sub(1).filter(|at| sentence.is_mark(*at, ':'))?;
    let announced = count::announced(sentence, colon)?;
    let bytes = sentence.bytes(announced.at..announced.at + 2);
    Some(Announcement { number: announced.number, bytes, wants_names: announced.is_subject })
}

/// A count that differs from what its sentence enumerates.
fn counted(sentence: Sentence<'_>) -> Option<(Range<usize>, Claim)> {
    let mut colons = (0..sentence.len()).filter(|at| sentence.is_mark(*at, ':'));
    let colon = colons.next().filter(|colon| colon + 1 < sentence.len())?;
    if colons.next().is_some() {
        return None;
    }
    let announced = count::announced(sentence, colon)?;
    let items = enumeration::read(sentence, colon + 1)?;
    let tokens = announced.at..announced.at + 2;
    let Enumeration { least, most, last_names, .. } = items;
    // A subject far from its colon counts names alone.
    if announced.is_subject
        && !sentence.tokens.get(colon + 1).is_some_and(|token| token.is_capital || token.is_linked)
    {
        return None;
    }
    let number = announced.number;
    let unless_name = last_names.filter(|_| number == least).map(|range| sentence.written(range).into());
    let is_sure = number < least || number > most || unless_name.is_some();
    let listed = if number < least { least } else { most };
    is_sure.then_some((tokens, Claim::Count { announced: number, listed, unless_name }))
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;

    /// The words of what a text claims.
    pub fn claims(text: &str) -> Vec<String> {
        let statements = StatementReader::of_words(text).statements(&TextOrigin::AsWritten(0));
        statements.map(|statement| statement.words.into()).collect()
    }
}
