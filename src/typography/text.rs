//! A text and what stands around a place in it.
//!
//! Rules ask the same questions of a text before and after it is typeset, and must get the same
//! answers: so a space is a space whether it breaks or not, and `...` weighs as `…` does.

/// No-break space, as wide as a space between words.
pub(super) const WIDE: &str = "\u{a0}";
/// No-break space, narrow.
pub(super) const NARROW: &str = "\u{202f}";

/// The spaces that a rule may find where it wants one.
const SPACES: [char; 4] = [' ', '\n', '\u{a0}', '\u{202f}'];

/// What glues the characters after it to those before: addresses, codes, telephone numbers.
const GLUE: &str = ":/\\.…,+#@&=%_";

/// The text of a block. Places in it are bytes from its start, on the edge of a character.
#[derive(Clone, Copy)]
pub(super) struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// What stands from one place to another.
    pub(super) fn between(self, start: usize, end: usize) -> &'a str {
        self.0.get(start..end).unwrap_or_default()
    }

    /// All that stands before a place.
    pub(super) fn until(self, at: usize) -> &'a str {
        self.0.get(..at).unwrap_or_default()
    }

    /// All that stands from a place on.
    pub(super) fn from(self, at: usize) -> &'a str {
        self.0.get(at..).unwrap_or_default()
    }

    /// The character before a place.
    pub(super) fn before(self, at: usize) -> Option<char> {
        self.until(at).chars().next_back()
    }

    /// The character from a place on.
    pub(super) fn after(self, at: usize) -> Option<char> {
        self.from(at).chars().next()
    }

    /// Whether there is a character before a place, and such a one.
    pub(super) fn before_is(self, at: usize, such: impl Fn(char) -> bool) -> bool {
        self.before(at).is_some_and(such)
    }

    /// Whether there is a character from a place on, and such a one.
    pub(super) fn after_is(self, at: usize, such: impl Fn(char) -> bool) -> bool {
        self.after(at).is_some_and(such)
    }

    /// Where the characters from `at` on stop being such.
    pub(super) fn end_of(self, at: usize, such: impl Fn(char) -> bool) -> usize {
        let rest = self.from(at);
        let length = rest.find(|character| !such(character));
        at + length.unwrap_or(rest.len())
    }

    /// Whether the character at `at` is a space that can break and stands alone between two
    /// others: the only kind that rules replace. The end of a line of source is such a space.
    pub(super) fn is_loose_space(self, at: usize) -> bool {
        matches!(self.after(at), Some(' ' | '\n'))
            && self.before_is(at, is_ink)
            && self.after_is(at + 1, is_ink)
    }

    /// Where the word after the single space at `at` starts, whether that space can break or not.
    pub(super) fn across_space(self, at: usize) -> Option<usize> {
        let space = self.after(at).filter(|space| SPACES.contains(space))?;
        let next = at + space.len_utf8();
        self.after_is(next, is_ink).then_some(next)
    }

    /// Whether a word or number that starts at `at` is one of prose, not the tail of a longer one
    /// (`CO2`, `2005-102`, `::1e`, `+33`).
    pub(super) fn starts_word(self, at: usize) -> bool {
        match self.before(at) {
            None => true,
            Some('-') => !self.before_is(at - 1, char::is_alphanumeric),
            Some(character) => !character.is_alphanumeric() && !GLUE.contains(character),
        }
    }
}

/// Whether a character is not a space of any kind.
pub(super) fn is_ink(character: char) -> bool {
    !character.is_whitespace()
}
