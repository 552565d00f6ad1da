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

    /// Cuts each text that is longer than so many bytes.
    pub fn shorten(&mut self, most: usize) {
        for text in [&mut self.french, &mut self.english] {
            if text.len() > most {
                text.truncate(text.floor_char_boundary(most));
                text.push('…');
            }
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
///
/// The French gets its spaces and apostrophes; values are left as they are, being the writer's words,
/// save one named `french`, which is taken for words of grappe's own.
#[macro_export]
macro_rules! wording {
    ($french:literal, $english:literal $(,)?) => {
        $crate::locale::Wording {
            french: $crate::locale::french_around_values($french, format!($french)),
            english: format!($english),
        }
    };
}

/// Gives the fixed parts of a format string, as they stand in what it was made into, the spaces and
/// apostrophes of French.
#[must_use]
pub fn french_around_values(template: &str, made: String) -> String {
    let parts = parts(template);
    let mut out = French::default();
    let mut rest = made.as_str();
    for (index, part) in parts.iter().enumerate() {
        let is_last = index + 1 == parts.len();
        // The last part ends the message, whatever the value before it holds.
        let at =
            if is_last { rest.strip_suffix(&*part.fixed).map(str::len) } else { rest.find(&*part.fixed) };
        let Some(at) = at else { return made };
        let (value, after) = rest.split_at(at);
        match part.after {
            Some("french") => out.words(value),
            _ => out.text.push_str(value),
        }
        out.words(&part.fixed);
        rest = after.get(part.fixed.len()..).unwrap_or("");
    }
    out.text
}

/// A fixed part of a format string.
struct Part<'a> {
    /// The name of the value that it comes after.
    after: Option<&'a str>,
    /// Its text, braces undone.
    fixed: String,
}

fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = vec![Part { after: None, fixed: String::new() }];
    let mut rest = template;
    while let Some(character) = rest.chars().next() {
        let after = rest.get(character.len_utf8()..).unwrap_or("");
        let is_doubled = "{}".contains(character) && after.starts_with(character);
        if character == '{' && !is_doubled {
            let (value, after) = after.split_once('}').unwrap_or((after, ""));
            let name = value.split(':').next();
            parts.push(Part { after: name, fixed: String::new() });
            rest = after;
            continue;
        }
        if let Some(part) = parts.last_mut() {
            part.fixed.push(character);
        }
        rest = if is_doubled { after.get(1..).unwrap_or("") } else { after };
    }
    parts
}

/// Gives a fixed text the spaces and apostrophes of French, and leaves what stands between
/// backticks, which is to be typed as it is.
#[must_use]
pub fn french(text: &str) -> String {
    let mut out = French::default();
    out.words(text);
    out.text
}

/// A message being written in French.
#[derive(Default)]
struct French {
    text: String,
    is_code: bool,
}

impl French {
    fn words(&mut self, words: &str) {
        let mut characters = words.chars().peekable();
        while let Some(character) = characters.next() {
            let next = characters.peek();
            self.text.push(match (character, next) {
                ('`', _) => {
                    self.is_code = !self.is_code;
                    '`'
                }
                (other, _) if self.is_code => other,
                (' ', Some('?' | '!' | ';')) => '\u{202F}',
                (' ', Some(':' | '»')) => '\u{A0}',
                (' ', _) if self.text.ends_with('«') => '\u{A0}',
                ('\'', _) => '’',
                (other, _) => other,
            });
        }
    }
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

    #[test]
    fn values_are_left_as_they_are_written() {
        let (name, id) = ("Pôle d'essai : A ?", "d'ici");
        let message = wording!("« {name} » est l'autre nom : `{{{id}}}`", "{name} {id}");
        assert_eq!(message.french, "«\u{A0}Pôle d'essai : A ?\u{A0}» est l’autre nom\u{A0}: `{d'ici}`");
        let french = "aucun type d'organisation";
        assert_eq!(wording!("{french} `{id}`", "none").french, "aucun type d’organisation `d'ici`");
    }
}
