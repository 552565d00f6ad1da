//! How a file differs from itself before an edit.
//!
//! Most edits change words: those of a title, of a text. Nothing depends on them but the pages that
//! show them, so that what joins files, addresses above all, may be kept. Whoever keeps it must be
//! sure: what is not known to be the same counts as changed.

use super::record::{Entry, Record, Value};
use super::{Document, Reference, Target};
use crate::schema::Kind;
use crate::source::Spanned;

/// Keys whose values are words for readers.
const WORDS: [&str; 4] = ["title", "name", "summary", "description"];

/// Keys whose places the plan keeps, to tell where an address comes from.
const PLACED: [&str; 2] = ["slug", "redirect_from"];

impl Document {
    /// Whether two readings of a file differ in words for readers alone, if at all: what it is, its
    /// other keys and what it refers to are the same.
    #[must_use]
    pub fn differs_in_words_alone(&self, before: &Self) -> bool {
        let is_entry = !matches!(self.kind, Kind::Vocabulary | Kind::Picture);
        let is_named = self.path == before.path && self.id == before.id && self.kind == before.kind;
        is_entry
            && is_named
            && self.translation == before.translation
            && self.is_read_whole()
            && before.is_read_whole()
            && PLACED.into_iter().all(|key| self.record.span(key) == before.record.span(key))
            && self.record.says_the_same(&before.record, &WORDS)
            && leading_elsewhere(self).eq(leading_elsewhere(before))
    }
}

/// What a file refers to beside itself.
fn leading_elsewhere(document: &Document) -> impl Iterator<Item = (&Target, super::Origin)> {
    let elsewhere = |it: &&Reference| !matches!(it.target, Target::Anchor { .. });
    document.references.iter().filter(elsewhere).map(|it| (&it.target, it.origin))
}

impl Record {
    /// Whether two records say the same, places aside and some keys left out.
    fn says_the_same(&self, other: &Self, except: &[&str]) -> bool {
        let (own, other) = (self.without(except), other.without(except));
        own.len() == other.len()
            && own
                .iter()
                .zip(&other)
                .all(|(own, other)| own.key == other.key && own.value.value.says_the_same(&other.value.value))
    }

    fn without(&self, keys: &[&str]) -> Vec<&Entry> {
        self.entries().iter().filter(|entry| !keys.contains(&entry.key)).collect()
    }
}

impl Value {
    fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(own), Self::Text(other))
            | (Self::Reference(own), Self::Reference(other))
            | (Self::Term(own), Self::Term(other)) => own == other,
            (Self::Markdown(own), Self::Markdown(other)) => own.text == other.text,
            (Self::Boolean(own), Self::Boolean(other)) => own == other,
            (Self::Integer(own), Self::Integer(other)) => own == other,
            (Self::Date(own), Self::Date(other)) => own == other,
            (Self::Quantity(own), Self::Quantity(other)) => own == other,
            (Self::Weight(own), Self::Weight(other)) => own == other,
            (Self::Duration(own), Self::Duration(other)) => own == other,
            (Self::Choice(own), Self::Choice(other)) => own == other,
            (Self::Record(own), Self::Record(other)) => own.says_the_same(other, &[]),
            (Self::List(own), Self::List(other)) => same_lists(own, other),
            _ => false,
        }
    }
}

fn same_lists(own: &[Spanned<Value>], other: &[Spanned<Value>]) -> bool {
    own.len() == other.len()
        && own.iter().zip(other).all(|(own, other)| own.value.says_the_same(&other.value))
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;
    use crate::schema::Kind;
    use crate::source::{FilePath, Source};

    const POST: &str =
        "---\ntitle: Un\ndate: 2023-03-27\nabout: [tes]\ntags: [label]\n---\n\nVoir [[tes]].\n";

    fn is_words_alone(after: &str) -> bool {
        let read = |text: &str| {
            let source = Source::decode(FilePath::new("content/news/2023/a.md"), text.into());
            parse(&source, Kind::Post, "a".into(), None)
        };
        read(after).differs_in_words_alone(&read(POST))
    }

    #[test]
    fn words_are_told_from_what_joins_files() {
        assert!(is_words_alone(POST));
        assert!(is_words_alone(&POST.replace("title: Un", "title: \"Un tout autre titre\"")));
        assert!(is_words_alone(&POST.replace("Voir [[tes]]", "## Suite\n\nOn verra [[tes]] [ici](#suite)")));
        assert!(is_words_alone(&POST.replace("title: Un\n", "title: Un\nsummary: En bref\n")));
        for (from, to) in [
            ("03-27", "03-28"),
            ("about: [tes]", "about: [tes, aquanova]"),
            ("tags: [label]", "tags: []"),
            ("tags: [label]\n", ""),
            ("Voir [[tes]]", "Voir [[aquanova]]"),
            ("Voir [[tes]].", "Voir TES."),
            ("title: Un\n", "title: Un\nslug: un\n"),
            ("title: Un\n", "title: Un\ndraft: true\n"),
            ("title: Un", "title: \"Un"),
            ("date:", "dat:"),
        ] {
            assert!(!is_words_alone(&POST.replace(from, to)), "{from} → {to}");
        }
    }
}
