//! What of a post other pages than its own may show: all but the words of its text.
//!
//! Whoever made the pages of a site once can tell by it which ones an edit leaves as they are. What is not known
//! to be shown on its own page alone counts as shown elsewhere.

use std::hash::{Hash, Hasher};

use super::reference::{Reference, Target};
use super::{Body, Record, TextOrigin};
use crate::schema::Kind;

/// Sixteen bytes of a hash: two posts of one print are alike on all pages but their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FramePrint([u8; 16]);

impl FramePrint {
    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The print of a post; nothing for what shows its text elsewhere: lists give the beginning of a text that has
    /// no summary.
    pub(super) fn of(
        kind: Kind,
        text: &str,
        record: &Record,
        body: &Body,
        references: &[Reference],
    ) -> Option<Self> {
        let TextOrigin::AsWritten(start) = body.origin else { return None };
        let has_summary = record.text("summary").is_some_and(|summary| !summary.trim().is_empty());
        if kind != Kind::Post || !has_summary {
            return None;
        }
        let mut hasher = Bytes(blake3::Hasher::new());
        text.get(..start)?.hash(&mut hasher);
        for reference in references.iter().filter(|it| !matches!(it.target, Target::Anchor { .. })) {
            (&reference.target, reference.origin).hash(&mut hasher);
        }
        for picture in &body.pictures {
            picture.destination.hash(&mut hasher);
        }
        let mut print = [0; 16];
        hasher.0.finalize_xof().fill(&mut print);
        Some(Self(print))
    }
}

/// Takes the bytes of what is hashed, which are the same for the same program.
struct Bytes(blake3::Hasher);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Never asked for: the print is longer.
    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;
    use crate::schema::Kind;
    use crate::source::{FilePath, Source};

    const POST: &str =
        "---\ntitle: Un\nsummary: En bref\ndate: 2023-03-27\n---\n\nVoir [[tes]] et [le port](#port).\n";

    fn print(kind: Kind, text: &str) -> Option<super::FramePrint> {
        let source = Source::decode(FilePath::new("content/news/2023/a.md"), text.into());
        parse(&source, kind, "a".into(), None).frame
    }

    #[test]
    fn words_of_the_text_alone_leave_the_print_as_it_is() {
        let before = print(Kind::Post, POST);
        assert!(before.is_some());
        for (from, to) in [("Voir", "On verra"), ("\n\nVoir", "\n\n## Port\n\nVoir"), ("(#port)", "(#quai)")]
        {
            assert_eq!(print(Kind::Post, &POST.replace(from, to)), before, "{from} → {to}");
        }
        for (from, to) in [
            ("Un", "Deux"),
            ("En bref", "En deux mots"),
            ("03-27", "03-28"),
            ("[[tes]]", "[[aquanova]]"),
            ("[[tes]]", "TES"),
            ("Voir", "![a](a.jpg) Voir"),
        ] {
            assert_ne!(print(Kind::Post, &POST.replace(from, to)), before, "{from} → {to}");
        }
    }

    #[test]
    fn what_may_show_its_text_elsewhere_has_no_print() {
        assert_eq!(print(Kind::Page, POST), None);
        assert_eq!(print(Kind::Post, &POST.replace("summary: En bref\n", "")), None);
        assert_eq!(print(Kind::Post, &POST.replace("title: Un", "title: \"Un")), None);
    }
}
