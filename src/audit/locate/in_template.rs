//! An element among the tags of a template.

use crate::rendered::Trace;
use crate::source::Span;

/// How much a tag of a template is like an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    /// The more, the more alike.
    pub(super) score: usize,
    /// Whether the template writes each attribute just so, or the text where there is none.
    is_exact: bool,
}

impl Likeness {
    /// Whether the template writes the element just so.
    pub(super) const fn is_exact(&self) -> bool {
        self.is_exact
    }
}

/// The tags of a template that have an element's name, and how much they are like it.
pub(super) fn tags<'a>(trace: &'a Trace, template: &'a str) -> impl Iterator<Item = (Span, Likeness)> + 'a {
    let opening = format!("<{}", trace.name);
    let places: Vec<usize> = template.match_indices(&opening).map(|(at, _)| at).collect();
    places.into_iter().filter_map(move |at| {
        let rest = template.get(at + 1 + trace.name.len()..)?;
        if rest.starts_with(|next: char| next.is_alphanumeric() || next == '-') {
            return None;
        }
        let end = end_of_tag(rest)?;
        let (inside, after) = rest.split_at(end);
        let span = Span::new(at, at + 1 + trace.name.len() + end + 1);
        Some((span, likeness(trace, inside, after.get(1..).unwrap_or(""))))
    })
}

/// Where a tag ends: the first `>` outside quotes and outside what the engine fills in.
fn end_of_tag(tag: &str) -> Option<usize> {
    let (mut quote, mut depth) = (None, 0_usize);
    let mut before = ' ';
    for (at, letter) in tag.char_indices() {
        match (before, letter) {
            ('{', '{' | '%' | '#') => depth += 1,
            ('}' | '%' | '#', '}') => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            (_, '"' | '\'') if quote.is_none() => quote = Some(letter),
            (_, letter) if quote == Some(letter) => quote = None,
            (_, '>') if quote.is_none() => return Some(at),
            _ => {}
        }
        before = letter;
    }
    None
}

fn likeness(trace: &Trace, inside: &str, after: &str) -> Likeness {
    let literally = |name: &str, value: &str| {
        let quoted = ['"', '\''].map(|quote| format!(" {name}={quote}{value}{quote}"));
        quoted.iter().any(|quoted| inside.contains(quoted))
            || value.is_empty() && names(inside).any(|known| known == name)
    };
    let mut score = 1;
    let mut is_exact = true;
    for (name, value) in &trace.attributes {
        if literally(name, value) {
            score += 3;
        } else {
            is_exact = false;
            score += usize::from(names(inside).any(|known| known == name));
        }
    }
    let text = trace.text.trim();
    let has_text = !text.is_empty() && after.trim_start().starts_with(text);
    let is_empty = text.is_empty() && after.replace("&nbsp;", " ").trim_start().starts_with("</");
    score += 3 * usize::from(has_text || is_empty);
    let beginning = after.split(['<', '{']).next().unwrap_or("").trim();
    score += 2 * usize::from(!has_text && !beginning.is_empty() && text.starts_with(beginning));
    if writes_more(trace, inside) || writes_another(trace, inside, beginning) {
        return Likeness { score: 0, is_exact: false };
    }
    // A bare tag is like any other of its name: only its text tells it apart.
    is_exact &= !trace.attributes.is_empty() || has_text || is_empty;
    Likeness { score, is_exact }
}

/// Whether a tag always writes an attribute that an element has not.
fn writes_more(trace: &Trace, inside: &str) -> bool {
    let is_of_element = |name: &str| trace.attributes.iter().any(|(known, _)| known == name);
    let written = without_fills(inside);
    !written.contains("{%") && names(&written).any(|name| !is_of_element(name))
}

/// Whether a tag always writes another value of an attribute than an element has, or begins with another text.
fn writes_another(trace: &Trace, inside: &str, beginning: &str) -> bool {
    // What stands for a letter by its name is not read here.
    let is_plain = |words: &str| !words.contains(['{', '&']);
    let first_word = beginning.split_whitespace().next().unwrap_or("");
    let is_other_text = is_plain(first_word) && !trace.text.trim_start().starts_with(first_word);
    let is_other_value = |(name, value): &(String, String)| {
        let written = inside.split_once(&format!(" {name}=\"")).and_then(|(_, after)| after.split_once('"'));
        written.is_some_and(|(written, _)| is_plain(written) && written != value)
    };
    is_other_text || !inside.contains("{%") && trace.attributes.iter().any(is_other_value)
}

/// A tag without what the engine fills in.
fn without_fills(inside: &str) -> String {
    let mut parts = inside.split("{{");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |written, part| written + part.split_once("}}").map_or("", |(_, after)| after))
}

/// The names of attributes in a tag: what stands outside quotes, before `=`.
fn names(inside: &str) -> impl Iterator<Item = &str> {
    let unquoted = inside.split('"').step_by(2).flat_map(str::split_ascii_whitespace);
    unquoted.filter_map(|word| word.split('=').next()).filter(|name| !name.is_empty() && *name != "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'a>(name: &str, attributes: &[(&str, &str)], text: &str, template: &'a str) -> (&'a str, bool) {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let trace = Trace { name: name.to_owned(), attributes: attributes.collect(), text: text.to_owned() };
        // Of equals the first.
        let found = tags(&trace, template).min_by_key(|(_, likeness)| std::cmp::Reverse(likeness.score));
        let (span, likeness) = found.expect("a tag");
        (&template[span.range()], likeness.is_exact())
    }

    #[test]
    fn the_tag_most_like_the_element_is_found() {
        let template = "<a href=\"{{ link.href }}\">{{ link.text }}</a><abbr>x</abbr>\
                        <a class=\"more\" href=\"{{ next }}\">Suite</a><p></p><p>{{ text }}</p>";
        let more = [("class", "more"), ("href", "/b/")];
        assert_eq!(best("a", &more, "Suite", template), ("<a class=\"more\" href=\"{{ next }}\">", false));
        assert_eq!(best("a", &[("href", "/b/")], "x", template), ("<a href=\"{{ link.href }}\">", false));
        assert_eq!(best("p", &[], "", template), ("<p>", true));
        assert_eq!(best("p", &[], "autre", template), ("<p>", false));
    }

    #[test]
    fn a_bare_tag_is_told_apart_by_what_it_holds() {
        let template = "<p role=\"status\"></p><p class=\"a b c\">x</p><p>Voir {{ a }}</p><p>Ou {{ b }}</p><p>&nbsp;</p>";
        let told = |text: &str| {
            let trace = Trace { name: "p".to_owned(), text: text.to_owned(), ..Trace::default() };
            let (span, _) = tags(&trace, template).max_by_key(|(_, likeness)| likeness.score).expect("a tag");
            template[span.range().start..].get(..9).unwrap_or("")
        };
        assert_eq!((told("Ou b"), told("Voir a"), told("")), ("<p>Ou {{ ", "<p>Voir {", "<p>&nbsp;"));
    }

    #[test]
    fn a_tag_that_says_another_thing_is_not_the_one() {
        let template = "<a href=\"#main\">Aller</a><a href=\"{{ home }}\">Accueil</a><a href=\"{{ link.href }}\">{{ link.text }}</a>";
        assert_eq!(best("a", &[("href", "/b/")], "", template).0, "<a href=\"{{ link.href }}\">");
        assert_eq!(best("a", &[("href", "/")], "Accueil", template).0, "<a href=\"{{ home }}\">");
    }

    #[test]
    fn a_tag_ends_after_what_the_engine_fills_in() {
        let template = "<a{% if a > b %} class=\"x>\"{% endif %} href=\"/\">t</a>";
        assert_eq!(best("a", &[("href", "/")], "t", template).0, &template[..template.len() - 5]);
    }
}
