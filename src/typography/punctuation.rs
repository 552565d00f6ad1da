//! Signs that ask for a space before them, abbreviations that keep what follows, and ellipses.

use super::text::{NARROW, WIDE, is_ink};
use super::typesetter::Typesetter;

/// What may not follow `!` or `?` at the end of a phrase: ` != 1`, ` ![`, ` ?/`.
const AFTER_NO_PHRASE: &str = "=([{</_";

/// What may follow a pause, besides a space.
const AFTER_PAUSE: &str = "\"«»";

/// What no address holds, besides a space.
const AFTER_ADDRESS: &str = "\"«»<>";

/// Whether a character can start what an abbreviation introduces.
type Introduces = fn(char) -> bool;

/// Abbreviations that do not part from what they introduce.
const ABBREVIATIONS: &[(&str, Introduces)] = &[
    ("n°", char::is_alphanumeric),
    ("N°", char::is_alphanumeric),
    ("M.", char::is_alphabetic),
    ("MM.", char::is_alphabetic),
    ("p.", char::is_numeric),
    ("pp.", char::is_numeric),
];

impl Typesetter<'_> {
    /// `Bonjour !`, `Superman !?`; not ` != 1`.
    pub(super) fn exclamation(&mut self, at: usize) -> usize {
        let end = self.text.end_of(at, |sign| matches!(sign, '!' | '?'));
        let goes_on = |next: char| next.is_alphanumeric() || AFTER_NO_PHRASE.contains(next);
        if !self.text.after_is(end, goes_on) {
            self.bind_before(at, NARROW);
        }
        end
    }

    /// `Note : voir`; not `:smile:` nor `https://a.fr`.
    pub(super) fn colon(&mut self, at: usize) -> usize {
        if self.text.from(at).starts_with("://") { self.end_of_address(at) } else { self.pause(at, WIDE) }
    }

    /// `oui ; non`; not `;)`.
    pub(super) fn semicolon(&mut self, at: usize) -> usize {
        self.pause(at, NARROW)
    }

    /// `attendez...`, `M. Dupont`; an address without scheme starts with `www.`.
    pub(super) fn dots(&mut self, at: usize) -> usize {
        let end = self.text.end_of(at, |character| character == '.');
        match end - at {
            1 if self.text.until(at).ends_with("www") => return self.end_of_address(at),
            1 => self.bind_abbreviation(end),
            3 if !self.is_path(at, end) => self.edits.replace(at, 3, "…"),
            _ => {}
        }
        end
    }

    /// `n° 11`; the degrees of `6 °C` belong to their number.
    pub(super) fn degree(&mut self, at: usize) -> usize {
        let end = at + '°'.len_utf8();
        self.bind_abbreviation(end);
        end
    }

    fn pause(&mut self, at: usize, space: &'static str) -> usize {
        let end = at + 1;
        let goes_on = |next| is_ink(next) && !AFTER_PAUSE.contains(next);
        if !self.text.after_is(end, goes_on) {
            self.bind_before(at, space);
        }
        end
    }

    /// Binds to what follows the abbreviation that ends at `end`, if one does.
    fn bind_abbreviation(&mut self, end: usize) {
        let text = self.text;
        let mut known = ABBREVIATIONS.iter();
        let is_known = known.any(|(abbreviation, introduces)| {
            let before = text.until(end).strip_suffix(abbreviation);
            before.is_some_and(|before| text.starts_word(before.len())) && text.after_is(end + 1, introduces)
        });
        if is_known {
            self.bind(end, WIDE);
        }
    }

    /// Whether the dots from `at` to `end` are a step of a path, as in `src/.../mod.rs`.
    fn is_path(&self, at: usize, end: usize) -> bool {
        let is_slash = |side| matches!(side, '/' | '\\');
        self.text.before_is(at, is_slash) || self.text.after_is(end, is_slash)
    }

    /// Where the address around `at` stops: nothing in it is prose.
    fn end_of_address(&self, at: usize) -> usize {
        let is_inside = |character| is_ink(character) && !AFTER_ADDRESS.contains(character);
        self.text.end_of(at, is_inside)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_set, assert_unchanged};

    #[test]
    fn high_signs_keep_a_narrow_space() {
        assert_set(&[("Bonjour !", "Bonjour⌇!"), ("Quoi ?", "Quoi⌇?")]);
        assert_set(&[("oui ; non", "oui⌇; non"), ("(Quoi ?), dit", "(Quoi⌇?), dit")]);
        assert_set(&[("un mot\n! un autre", "un mot⌇! un autre")]);
    }

    #[test]
    fn signs_in_a_row_keep_one_space() {
        assert_set(&[("Superman !?", "Superman⌇!?"), ("Non !!!", "Non⌇!!!")]);
    }

    #[test]
    fn a_colon_keeps_a_wide_space() {
        assert_set(&[("Note : voir", "Note⍽: voir"), ("Note :", "Note⍽:")]);
    }

    #[test]
    fn only_an_existing_space_is_replaced() {
        assert_unchanged(&["Superman: the movie", "Yahoo!", "deux  !", "! seul", " !"]);
        assert_unchanged(&["a != b", "clin d’œil ;)", "bien :-)", "un ![x]", "un ?q=1"]);
    }

    #[test]
    fn times_ratios_addresses_and_smileys_are_left() {
        assert_unchanged(&["10:30", "16:9", "fdda:5cc1:23:4::1f", "voir ::1"]);
        assert_unchanged(&["https://a.fr/?q=1;2", "www.a.fr/l'a...", ":smile:", "ah :smile:"]);
        assert_set(&[("https://a.fr/l'a ?", "https://a.fr/l'a⌇?")]);
        assert_set(&[(r#""https://a.fr/1...2""#, "«⍽https://a.fr/1...2⍽»")]);
    }

    #[test]
    fn three_dots_are_an_ellipsis() {
        assert_set(&[("attendez...", "attendez…"), ("[...] puis", "[…] puis")]);
        assert_unchanged(&["attendez....", "src/.../mod.rs", "../..", "fin.."]);
    }

    #[test]
    fn abbreviations_keep_what_follows() {
        assert_set(&[("n° 11", "n°⍽11"), ("M. Dupont", "M.⍽Dupont")]);
        assert_set(&[("p. 12", "p.⍽12"), ("MM. A et B", "MM.⍽A et B")]);
        assert_unchanged(&["p. ex.", "coup. 12", "H&M. Ensuite", "M. "]);
    }
}
