//! The languages that grappe speaks to writers, and wordings that exist in all of them.
//!
//! A [`Wording`] cannot be made without its French and its English, so no message can be half
//! translated. The texts themselves live with the rule or command that says them, not here.
//! This module must not know what is said, nor the languages of the site's pages.

use std::fmt;

/// A language in which grappe speaks to the person at the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// French, the language of the writers grappe is made for first.
    #[default]
    French,
    /// English.
    English,
}

impl Locale {
    /// Reads a language tag such as `fr`, `fr_FR.UTF-8` or `en-GB`; none of ours gives `None`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)? {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// One text for a writer, in each language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    /// In French, with its accents, quotes and no-break spaces.
    pub french: String,
    /// In English.
    pub english: String,
}

impl Wording {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::French => &self.french,
            Locale::English => &self.english,
        }
    }
}

impl From<Bilingual> for Wording {
    fn from(text: Bilingual) -> Self {
        Self { french: text.french.to_owned(), english: text.english.to_owned() }
    }
}

/// One fixed text for a writer, in each language: titles, the help of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// In French.
    pub french: &'static str,
    /// In English.
    pub english: &'static str,
}

impl Bilingual {
    /// The text in one language.
    #[must_use]
    pub const fn get(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::French => self.french,
            Locale::English => self.english,
        }
    }
}

/// A fixed text in both languages.
#[must_use]
pub const fn both(french: &'static str, english: &'static str) -> Bilingual {
    Bilingual { french, english }
}

/// Makes a [`Wording`] from two format strings: `wording!("aucune fiche `{id}`", "no entry `{id}`")`.
#[macro_export]
macro_rules! wording {
    ($french:literal, $english:literal $(,)?) => {
        $crate::locale::Wording {
            french: $crate::locale::french(&format!($french)),
            english: format!($english),
        }
    };
}

/// Gives a message the spaces and apostrophes of French, and leaves what stands between backticks,
/// which is to be typed as it is.
#[must_use]
pub fn french(message: &str) -> String {
    let mut out = String::with_capacity(message.len() + 8);
    let mut characters = message.chars().peekable();
    let mut is_code = false;
    while let Some(character) = characters.next() {
        let next = characters.peek();
        out.push(match (character, next) {
            ('`', _) => {
                is_code = !is_code;
                '`'
            }
            (other, _) if is_code => other,
            (' ', Some('?' | '!' | ';')) => '\u{202F}',
            (' ', Some(':' | '»')) => '\u{A0}',
            (' ', _) if out.ends_with('«') => '\u{A0}',
            ('\'', _) => '’',
            (other, _) => other,
        });
    }
    out
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::French => "fr",
            Self::English => "en",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::french;

    #[test]
    fn messages_are_spaced_as_french_is() {
        assert_eq!(french("l'un : « a » ?"), "l’un\u{A0}: «\u{A0}a\u{A0}»\u{202F}?");
        assert_eq!(french("`l'un : a` !"), "`l'un : a`\u{202F}!");
    }
}
