//! The addresses of pages: short, lasting, in the language of the page.

use std::fmt;
use std::sync::Arc;

use crate::config::{SiteConfig, usual_word};
use crate::language::Language;
use crate::model::Entity;
use crate::schema::Kind;

/// The address of a route below the site's own: it begins with a slash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    /// An address that begins with a slash.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last part, without slashes.
    #[must_use]
    pub fn end(&self) -> &str {
        self.0.trim_end_matches('/').rsplit('/').next().unwrap_or("")
    }

    /// The file that a host serves for it, below the output's folder.
    #[must_use]
    pub fn file(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl serde::Serialize for Address {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// The name under which `[routes]` knows the section of a kind; lasting pages have none.
#[must_use]
pub const fn section_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Post => "news",
        Kind::Event => "events",
        Kind::Call => "calls",
        Kind::Publication => "publications",
        Kind::Pole => "poles",
        Kind::Organisation => "organisations",
        Kind::Region => "regions",
        Kind::Partnership => "partnerships",
        Kind::Phase => "phases",
        Kind::Programme => "programmes",
        Kind::Person => "people",
        Kind::Page | Kind::Vocabulary | Kind::Picture => "",
    }
}

/// Makes the addresses of one language.
#[derive(Clone, Debug)]
pub struct Addresses<'a> {
    config: &'a SiteConfig,
    language: &'a Language,
}

impl<'a> Addresses<'a> {
    /// The addresses of a language of a site.
    #[must_use]
    pub const fn new(config: &'a SiteConfig, language: &'a Language) -> Self {
        Self { config, language }
    }

    /// An address from its parts; the first language has no prefix.
    #[must_use]
    pub fn join(&self, parts: &[&str]) -> Address {
        let mut text = String::from("/");
        let is_first = self.config.languages.first() == Some(self.language);
        let prefix = [if is_first { "" } else { self.language.tag() }];
        for part in prefix.iter().chain(parts).filter(|part| !part.is_empty()) {
            text.push_str(part);
            text.push('/');
        }
        Address(text.into())
    }

    /// A file at the top of the language.
    #[must_use]
    pub fn file(&self, name: &str) -> Address {
        Address(format!("{}{name}", self.join(&[])).into())
    }

    /// A word of addresses: the site's own, or the usual one.
    #[must_use]
    pub fn word(&self, name: &'static str) -> &'a str {
        let own = self.config.routes.get(self.language.tag()).and_then(|words| words.get(name));
        own.map(String::as_str).or_else(|| usual_word(name, self.language)).unwrap_or(name)
    }

    /// The list of a kind.
    #[must_use]
    pub fn section(&self, kind: Kind) -> Address {
        self.join(&[self.word(section_name(kind))])
    }

    /// The page of an entity.
    #[must_use]
    pub fn entity(&self, entity: &Entity) -> Address {
        let slug = slug(entity, self.language);
        match entity.post() {
            Some(post) => {
                let year = post.date.map(|date| date.year().to_string()).unwrap_or_default();
                self.join(&[self.word("news"), &year, &slug])
            }
            None if entity.kind() == Kind::Page => self.join(&[&slug]),
            None => self.join(&[self.word(section_name(entity.kind())), &slug]),
        }
    }
}

/// The end of an entity's address: as written, or else its id, without the date of a post.
fn slug(entity: &Entity, language: &Language) -> Arc<str> {
    if let Some((slug, _)) = entity.text("slug", language) {
        return slug;
    }
    match entity.kind() {
        Kind::Post => without_date(entity.id()).into(),
        _ => entity.id().clone(),
    }
}

/// `2023-03-30-enter-labellise` is `enter-labellise`.
#[must_use]
pub fn without_date(stem: &str) -> &str {
    let mut rest = stem;
    for length in [4, 2, 2] {
        let Some((part, after)) = rest.split_once('-') else { return rest };
        if part.len() != length || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return rest;
        }
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_a_stem_is_not_in_the_address() {
        assert_eq!(without_date("2023-03-30-enter"), "enter");
        assert_eq!(without_date("2019-modele"), "modele");
        assert_eq!(without_date("55-poles"), "55-poles");
    }

    #[test]
    fn an_address_has_a_file() {
        assert_eq!(Address::new("/").file(), "index.html");
        assert_eq!(Address::new("/poles/tes/").file(), "poles/tes/index.html");
        assert_eq!(Address::new("/atom.xml").file(), "atom.xml");
    }
}
