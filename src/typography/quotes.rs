//! Quotes and apostrophes.
//!
//! A straight quote becomes a guillemet only with its partner: alone, it could as well be inches.

use super::edits::Slot;
use super::text::{WIDE, is_ink};
use super::typesetter::Typesetter;

const OPENING: &str = "«\u{a0}";
const CLOSING: &str = "\u{a0}»";

/// Characters inside which a quote or a word starts.
const BRACKETS: &str = "([{«“‘";
/// Characters that join what follows to a word, quoted or not: `l'"été"`, `pro-"européens"`.
const JOINTS: &str = "'’-–—";
/// What no word starts with, so that an apostrophe before it elides nothing.
const AFTER_NO_ELISION: &str = ",.…;:!?)]}»'’";
/// Letters that stand alone before an apostrophe.
const ELIDED: &str = "cdjlmnstCDJLMNST";

/// The straight quotes that wait for their partner, the innermost last.
#[derive(Default)]
pub(super) struct OpenQuotes {
    waiting: Vec<Slot>,
    /// Where the text of the last one starts: a quote there is inside it.
    inside: Option<usize>,
}

impl Typesetter<'_> {
    /// `"test"` is `«⍽test⍽»`; quotes may nest.
    pub(super) fn quote(&mut self, at: usize) -> usize {
        let next = at + 1;
        if self.opens(at) {
            self.quotes.waiting.push(self.edits.hold(at));
            self.quotes.inside = Some(next);
        } else if self.closes(at)
            && let Some(partner) = self.quotes.waiting.pop()
        {
            self.edits.fill(&partner, 1, OPENING);
            self.edits.replace(at, 1, CLOSING);
        }
        next
    }

    /// `«test` and `« test`: one no-break space inside.
    pub(super) fn opening_guillemet(&mut self, at: usize) -> usize {
        let end = at + '«'.len_utf8();
        match self.text.after(end) {
            None | Some('»') => {}
            Some(next) if next.is_whitespace() => self.bind(end, WIDE),
            Some(_) => self.edits.replace(at, end - at, OPENING),
        }
        end
    }

    /// `test»` and `test »`: one no-break space inside.
    pub(super) fn closing_guillemet(&mut self, at: usize) -> usize {
        let end = at + '»'.len_utf8();
        match self.text.before(at) {
            None | Some('«') => {}
            Some(before) if before.is_whitespace() => self.bind_before(at, WIDE),
            Some(_) => self.edits.replace(at, end - at, CLOSING),
        }
        end
    }

    /// `l'été`, `aujourd'hui`, `l'"été"`; not `'test'` nor `2'33"`.
    pub(super) fn apostrophe(&mut self, at: usize) -> usize {
        let next = at + 1;
        let inside_word =
            self.text.before_is(at, char::is_alphabetic) && self.text.after_is(next, char::is_alphanumeric);
        if inside_word || self.elides(at) {
            self.edits.replace(at, 1, "’");
        }
        next
    }

    fn opens(&self, at: usize) -> bool {
        let next = at + 1;
        if self.text.before_is(at, |before| JOINTS.contains(before)) {
            self.text.after_is(next, char::is_alphanumeric)
        } else {
            self.is_outset(at) && self.text.after_is(next, is_ink)
        }
    }

    fn closes(&self, at: usize) -> bool {
        let inside_word = self.text.after_is(at + 1, char::is_alphanumeric);
        !inside_word && !self.is_outset(at) && !self.is_prime(at)
    }

    /// Whether nothing of a phrase stands right before `at`.
    fn is_outset(&self, at: usize) -> bool {
        match self.text.before(at) {
            None => true,
            Some('"') => self.quotes.inside == Some(at),
            Some(before) => before.is_whitespace() || BRACKETS.contains(before),
        }
    }

    /// Whether the quote at `at` counts seconds or inches, as in `2'33"`.
    fn is_prime(&self, at: usize) -> bool {
        let is_digit = |character: char| character.is_ascii_digit();
        let before = self.text.until(at);
        let minutes = before.trim_end_matches(is_digit);
        let number = minutes.strip_suffix(['\'', '’', '′']);
        minutes.len() < before.len() && number.is_some_and(|number| number.ends_with(is_digit))
    }

    /// Whether the apostrophe at `at` ends `l'`, `qu'`… before something that is not a letter:
    /// a quote, a bracket, code.
    fn elides(&self, at: usize) -> bool {
        let before = self.text.until(at);
        let elided = match before.strip_suffix(|letter| ELIDED.contains(letter)) {
            Some(rest) => !rest.ends_with(char::is_alphanumeric),
            None => ["qu", "Qu", "QU"].iter().any(|word| before.ends_with(word)),
        };
        let starts = |next| is_ink(next) && !AFTER_NO_ELISION.contains(next);
        elided && self.text.after_is(at + 1, starts)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_set, assert_unchanged};

    #[test]
    fn quotes_become_guillemets_with_spaces_inside() {
        assert_set(&[(r#""test""#, "«⍽test⍽»")]);
        assert_set(&[("«test»", "«⍽test⍽»"), ("« test »", "«⍽test⍽»"), ("« ? »", "«⍽?⍽»")]);
        assert_set(&[(r#"("oui") et "non"."#, "(«⍽oui⍽») et «⍽non⍽».")]);
        assert_set(&[(r#""Fort !"."#, "«⍽Fort⌇!⍽»."), (r#""... fin""#, "«⍽… fin⍽»")]);
        assert_set(&[(r#"l'"été" pro-"UE""#, "l’«⍽été⍽» pro-«⍽UE⍽»")]);
    }

    #[test]
    fn quotes_nest() {
        assert_set(&[(r#""dit "oui" hier""#, "«⍽dit «⍽oui⍽» hier⍽»")]);
        assert_set(&[(r#"""oui" dit"""#, "«⍽«⍽oui⍽» dit⍽»\"")]);
    }

    #[test]
    fn quotes_without_a_partner_or_a_sense_stay() {
        assert_unchanged(&[r#"13" de large"#, r#""ouvert"#, r#"" test ""#, r#""""#]);
        assert_unchanged(&[r#"a"b"c"#, "«»", "« ", "‘one’ “two”"]);
    }

    #[test]
    fn primes_stay() {
        assert_unchanged(&[r#"2'33""#]);
        assert_set(&[(r#""en 2'33" au but""#, r#"«⍽en 2'33" au but⍽»"#)]);
    }

    #[test]
    fn straight_apostrophes_curl() {
        assert_set(&[("l'été", "l’été"), ("aujourd'hui", "aujourd’hui")]);
        assert_set(&[("L'ÉTÉ, l'11", "L’ÉTÉ, l’11"), ("qu'(hélas)", "qu’(hélas)")]);
        assert_unchanged(&["dit 'test' et", "les années '60", "les chefs' et"]);
    }
}
