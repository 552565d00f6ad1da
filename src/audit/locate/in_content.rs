//! An element in the words of its writer: by its text or by an address, as they stand in the file.

use crate::rendered::Trace;
use crate::source::Span;

/// How many letters and digits a text must have to be told from chance.
const SHORTEST: usize = 3;

/// The attributes whose values a writer writes.
const WRITTEN: [&str; 6] = ["alt", "href", "src", "title", "lang", "id"];

/// Attributes that no writer can cause: an element that has one is a template's, whoever wrote its words.
const OF_TEMPLATES: [&str; 3] = ["autocomplete", "autoplay", "target"];

/// Where an element was written in a file.
pub(super) fn find(trace: &Trace, file: &str) -> Option<Span> {
    if trace.attributes.iter().any(|(name, _)| OF_TEMPLATES.contains(&name.as_str())) {
        return None;
    }
    let values = WRITTEN.iter().filter_map(|name| {
        trace.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    });
    let values = values.filter(|value| value.chars().count() >= SHORTEST);
    find_words(&trace.text, file)
        .or_else(|| find_blank(trace, file))
        .or_else(|| values.into_iter().find_map(|value| find_value(value, file)))
}

/// A heading in which nothing is written: its marks are all that there is of it.
fn find_blank(trace: &Trace, file: &str) -> Option<Span> {
    if !trace.text.is_empty() {
        return None;
    }
    let level: usize = trace.name.strip_prefix('h')?.parse().ok()?;
    let is_it = |line: &str| line.len() == level && line.bytes().all(|byte| byte == b'#');
    let mut at = 0;
    file.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches(['\n', '\r', ' ']);
        is_it(line).then(|| Span::new(start, start + line.len()))
    })
}

/// An address or a name of a file, whose last part the writer wrote.
fn find_value(value: &str, file: &str) -> Option<Span> {
    let last = value.trim_end_matches('/').rsplit('/').next().unwrap_or(value);
    let spelt = [value, last].into_iter().filter(|it| it.len() >= SHORTEST);
    let (at, found) = spelt.into_iter().find_map(|it| Some((file.find(it)?, it)))?;
    Some(Span::new(at, at + found.len()))
}

/// A text, whatever its spaces, quotes and marks: typography changes those.
fn find_words(text: &str, file: &str) -> Option<Span> {
    let wanted: Vec<char> = letters(text).map(|(_, letter)| letter).collect();
    if wanted.len() < SHORTEST {
        return None;
    }
    let known: Vec<(usize, char)> = letters(file).collect();
    let at =
        known.windows(wanted.len()).position(|window| window.iter().map(|(_, letter)| letter).eq(&wanted))?;
    let (first, _) = known.get(at)?;
    let (last, letter) = known.get(at + wanted.len() - 1)?;
    Some(Span::new(*first, last + letter.len_utf8()))
}

/// The letters and digits of a text, in small letters that take as many bytes, with their places.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()).map(|(at, letter)| {
        let mut small = letter.to_lowercase();
        let only = small.next().filter(|it| it.len_utf8() == letter.len_utf8() && small.next().is_none());
        (at, only.unwrap_or(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &str, attributes: &[(&str, &str)], file: &'a str) -> Option<&'a str> {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let trace = Trace { name: "a".to_owned(), attributes: attributes.collect(), text: text.to_owned() };
        find(&trace, file).map(|span| &file[span.range()])
    }

    #[test]
    fn an_element_is_found_by_its_words_or_its_address() {
        let file = "titre: Essai\n---\nVoir l'appel, [Cliquez ici](pole:tes) ou ![](photo-a.jpg).\n";
        assert_eq!(found("cliquez\u{A0}ici", &[], file), Some("Cliquez ici"));
        assert_eq!(found("l’appel", &[], file), Some("l'appel"));
        assert_eq!(found("", &[("src", "/fichiers/photo-a.jpg")], file), Some("photo-a.jpg"));
        assert_eq!(found("a", &[("href", "/poles/enter/")], file), None);
        assert_eq!(found("cliquez ici", &[("target", "_blank")], file), None);
    }

    #[test]
    fn a_blank_heading_is_found_by_its_marks() {
        let file = "---\ntitle: a\n---\n\n##\n\n### b\n";
        let of = |name: &str| {
            let trace = Trace { name: name.to_owned(), ..Trace::default() };
            find(&trace, file).map(|span| &file[span.range()])
        };
        assert_eq!((of("h2"), of("p"), of("h3")), (Some("##"), None, None));
    }
}
