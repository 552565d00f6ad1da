//! Ordinals: `1ère` is `1re` with its letters raised, and so is `1re` itself; Roman numbers, which stay
//! with the word that they count.

use super::numbers::Figure;
use super::text::WIDE;
use super::typesetter::Typesetter;

/// The letters of an ordinal.
struct Suffix {
    /// As they are typed.
    typed: &'static str,
    /// As they are printed.
    set: &'static str,
    /// The numbers that they may follow; none for all.
    after: &'static [&'static str],
}

const fn suffix(typed: &'static str, set: &'static str, after: &'static [&'static str]) -> Suffix {
    Suffix { typed, set, after }
}

/// No `re` after `I`: `Ire` is also a word.
const SUFFIXES: &[Suffix] = &[
    suffix("er", "er", &["1", "I"]),
    suffix("ers", "ers", &["1", "I"]),
    suffix("re", "re", &["1"]),
    suffix("res", "res", &["1"]),
    suffix("ère", "re", &["1", "I"]),
    suffix("ères", "res", &["1", "I"]),
    suffix("nd", "nd", &["2", "II"]),
    suffix("nds", "nds", &["2", "II"]),
    suffix("nde", "nde", &["2", "II"]),
    suffix("ndes", "ndes", &["2", "II"]),
    suffix("e", "e", &[]),
    suffix("es", "es", &[]),
    suffix("ème", "e", &[]),
    suffix("èmes", "es", &[]),
    suffix("eme", "e", &[]),
    suffix("emes", "es", &[]),
    suffix("ième", "e", &[]),
    suffix("ièmes", "es", &[]),
];

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
];

/// An ordinal of more digits is rather a piece of a code.
const LONGEST: usize = 4;

impl Typesetter<'_> {
    /// `2ème`, `1er mars`: the ordinal that starts with a figure; tells where it ends.
    pub(super) fn ordinal(&mut self, figure: Figure) -> Option<usize> {
        let short = figure.is_integer() && figure.end - figure.start <= LONGEST;
        let starts = self.text.starts_word(figure.start);
        let ordinal = (short && starts).then(|| self.raise_suffix(figure.start, figure.end));
        ordinal.flatten()
    }

    /// `XXIème`, `XIXe-XXe`: the ordinal that starts with a Roman digit.
    pub(super) fn roman(&mut self, at: usize) -> usize {
        let is_roman = |c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C');
        let end = self.text.end_of(at, is_roman);
        // `L` and `C` alone begin `Les` and `Ces`.
        let is_number = self.text.between(at, end).contains(['I', 'V', 'X']);
        let starts = self.text.before(at) == Some('-') || self.text.starts_word(at);
        let ordinal = (is_number && starts).then(|| self.raise_suffix(at, end));
        if is_number && ordinal.flatten().is_none() && self.is_counted(at, end) {
            self.bind_before(at, WIDE);
        }
        ordinal.flatten().unwrap_or(end)
    }

    /// Whether a space parts a word from the Roman number from `start` to `end`: `phase V`, `Louis XIV`.
    fn is_counted(&self, start: usize, end: usize) -> bool {
        let word = start.checked_sub(1).is_some_and(|space| self.text.before_is(space, char::is_alphabetic));
        word && !self.text.after_is(end, |c| c.is_alphanumeric() || "'’&-_@/".contains(c))
    }

    /// Raises the letters that follow the number from `start` to `end`, if they are a suffix of it.
    fn raise_suffix(&mut self, start: usize, end: usize) -> Option<usize> {
        let number = self.text.between(start, end);
        let after = self.text.end_of(end, char::is_alphabetic);
        let typed = self.text.between(end, after);
        let suffix = SUFFIXES.iter().find(|suffix| suffix.typed == typed)?;
        let fits = suffix.after.is_empty() || suffix.after.contains(&number);
        if !fits || self.is_code(after) {
            return None;
        }
        self.edits.raise(end, typed.len(), suffix.set);
        if number == "1" && suffix.set == "er" && self.is_month(after) {
            self.bind(after, WIDE);
        }
        Some(after)
    }

    /// Whether what follows `end` makes a code of it: `2e5`, `1e-5`, `2e:1f`.
    fn is_code(&self, end: usize) -> bool {
        let beyond = end + 1;
        match self.text.after(end) {
            Some('-') => self.text.after_is(beyond, char::is_numeric),
            Some(':' | '.' | '@' | '/' | '+' | '=') => self.text.after_is(beyond, char::is_alphanumeric),
            Some(next) => next.is_alphanumeric() || next == '_',
            None => false,
        }
    }

    /// Whether a space and the name of a month follow `end`.
    fn is_month(&self, end: usize) -> bool {
        let text = self.text;
        text.across_space(end).is_some_and(|start| {
            let end = text.end_of(start, char::is_alphabetic);
            MONTHS.contains(&text.between(start, end))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_raised, assert_set, assert_unchanged};

    #[test]
    fn ordinals_are_raised() {
        assert_raised(&[("1ère", "1<sup>re</sup>", "1re"), ("2ème", "2<sup>e</sup>", "2e")]);
        assert_raised(&[("XXIème", "XXI<sup>e</sup>", "XXIe")]);
        assert_raised(&[("(2nde)", "(2<sup>nde</sup>)", "(2nde)")]);
        assert_raised(&[("l'Ier", "l’I<sup>er</sup>", "l’Ier")]);
        assert_raised(&[("IXe-Xe", "IX<sup>e</sup>-X<sup>e</sup>", "IXe-Xe")]);
    }

    #[test]
    fn words_and_codes_are_not_ordinals() {
        assert_unchanged(&["Les Ces Vie Ire Cie Ver", "2er", "3ere", "1,5e"]);
        assert_unchanged(&["1e-5", "0x2e", "e29b-442e-a716", "::2e:1", "v2e"]);
    }

    #[test]
    fn a_roman_number_stays_with_the_word_that_it_counts() {
        assert_set(&[("la phase V des", "la phase⍽V des"), ("Louis XIV, roi", "Louis⍽XIV, roi")]);
        assert_unchanged(&["sous I&R", "de I'", "phase, V", "V et", "un Vote", "plan C", "le I-Trans"]);
    }

    #[test]
    fn the_first_of_a_month_keeps_together() {
        let set = "1<sup>er</sup>⍽mars 2026";
        assert_raised(&[("1er mars 2026", set, "1er⍽mars 2026")]);
        assert_raised(&[("1er étage", "1<sup>er</sup> étage", "1er étage")]);
        assert_unchanged(&["27 mars 2023", "lundi 27 mars 2023"]);
    }
}
