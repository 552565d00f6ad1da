//! What several rules of the group look at: what assistive technologies call an element.

use std::borrow::Cow;

use super::DEEPEST;
use crate::html::tree::{Content, Element, Tree};

/// What an element is called: by its attributes, by its words, then by its title; empty where by nothing.
pub(super) fn name<'a>(tree: &'a Tree, element: Element<'a>) -> Cow<'a, str> {
    let filled = |name: &Cow<'_, str>| !name.is_empty();
    let name = given_name(tree, element).or_else(|| Some(own_words(element)).filter(filled));
    name.or_else(|| element.get("title").map(squeezed)).unwrap_or_default()
}

/// The name that attributes give an element in place of its words.
pub(super) fn given_name<'a>(tree: &'a Tree, element: Element<'a>) -> Option<Cow<'a, str>> {
    let label = |id: &str| match (tree.with_id(id), element.get("aria-label")) {
        // An element may name itself among others.
        (Some(label), Some(own)) if label == element => own.to_owned(),
        (Some(label), _) => words(label).into_owned(),
        // What is not in the page is told by itself, and would have been a name.
        (None, _) => id.to_owned(),
    };
    let labels = element.get("aria-labelledby").into_iter().flat_map(str::split_ascii_whitespace).map(label);
    let labels = labels.collect::<Vec<_>>().join(" ");
    let name = if labels.is_empty() { squeezed(element.get("aria-label")?) } else { Cow::Owned(labels) };
    (!name.is_empty()).then_some(name)
}

/// Whether an element names itself after one that is not in the page.
pub(super) fn is_named_after_nothing(tree: &Tree, element: Element<'_>) -> bool {
    let mut ids = element.get("aria-labelledby").into_iter().flat_map(str::split_ascii_whitespace);
    ids.any(|id| tree.with_id(id).is_none())
}

/// What an element says by itself: what stands in for a picture, the words of a button, a text.
fn own_words(element: Element<'_>) -> Cow<'_, str> {
    if element.is_drawing() {
        return drawing_title(element);
    }
    let is_input = element.is("input");
    match element.name() {
        "img" | "area" => squeezed(element.get("alt").unwrap_or("")),
        "input" if element.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image")) => {
            squeezed(element.get("alt").unwrap_or(""))
        }
        _ if is_input => squeezed(element.get("value").unwrap_or("")),
        _ => words(element),
    }
}

fn drawing_title(drawing: Element<'_>) -> Cow<'_, str> {
    drawing.children().find(|child| child.name() == "title").map_or(Cow::Borrowed(""), words)
}

/// The words that are heard of an element, without those that its own attributes give.
pub(super) fn words(element: Element<'_>) -> Cow<'_, str> {
    let mut content = element.content();
    match (content.next(), content.next()) {
        (None, _) => Cow::Borrowed(""),
        (Some(Content::Text(text)), None) => squeezed(text),
        _ => {
            let mut out = String::new();
            gather(element, Heard::All, 0, &mut out);
            Cow::Owned(squeezed(&out).into_owned())
        }
    }
}

/// The words that are seen of an element: no picture, nothing that an attribute says.
pub(super) fn seen_words(element: Element<'_>) -> String {
    let mut out = String::new();
    gather(element, Heard::Texts, 0, &mut out);
    squeezed(&out).into_owned()
}

/// What is gathered of an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heard {
    All,
    Texts,
}

/// What holds words that are its own and not those of what it stands in.
const APART: [&str; 7] = ["datalist", "noscript", "script", "select", "style", "template", "textarea"];

fn gather(element: Element<'_>, heard: Heard, depth: usize, out: &mut String) {
    for part in element.content() {
        match part {
            Content::Text(text) => out.push_str(text),
            Content::Element(inner) if is_silent(inner) || inner.is_any(&APART) || depth == DEEPEST => {}
            Content::Element(inner) => {
                let said = inner.get("aria-label").filter(|said| !said.trim().is_empty());
                match said.filter(|_| heard == Heard::All) {
                    Some(said) => out.push_str(said),
                    None if inner.is("br") => out.push(' '),
                    None if heard == Heard::Texts && (inner.is("img") || inner.is_drawing()) => {}
                    None if inner.is("img") => out.push_str(inner.get("alt").unwrap_or("")),
                    None if inner.is_drawing() => out.push_str(&drawing_title(inner)),
                    None => gather(inner, heard, depth + 1, out),
                }
            }
        }
    }
}

/// Whether an element itself is kept from assistive technologies.
fn is_silent(element: Element<'_>) -> bool {
    element.has("hidden") || element.get("aria-hidden") == Some("true")
}

/// Whether an element is kept from assistive technologies, or what it stands in is.
pub(super) fn is_unheard(element: Element<'_>) -> bool {
    std::iter::once(element).chain(element.ancestors().take(DEEPEST)).any(is_silent)
}

/// A text with one space wherever it has white space, and none at its ends.
pub(super) fn squeezed(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let is_plain = |text: &str| {
        let mut after_space = false;
        text.chars().all(|letter| {
            let is_fine = letter == ' ' && !after_space || !letter.is_whitespace();
            after_space = letter == ' ';
            is_fine
        })
    };
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The letters and digits of words, in small letters, a space between words and at both ends: names that differ
/// by their marks alone are the same.
pub(super) fn spelt(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push(' ');
    for letter in words.chars() {
        // Most letters are plain, and have one small letter that is found without a table.
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if letter.is_alphanumeric() {
            out.extend(letter.to_lowercase().filter(|small| small.is_alphanumeric()));
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_of(html: &str) -> String {
        let tree = Tree::read(html);
        let element = tree.elements().find(|element| element.has("x")).expect("an element");
        name(&tree, element).into_owned()
    }

    #[test]
    fn a_name_comes_from_attributes_then_words_then_the_title() {
        for (html, expected) in [
            ("<a x>Le\u{A0} pôle\n TES</a>", "Le pôle TES"),
            ("<a x title=t><span aria-hidden=true>→</span> </a>", "t"),
            ("<a x aria-label=' '>a <em>b</em><br>c<script>d</script></a>", "a b c"),
            ("<a x aria-label=l>a</a>", "l"),
            ("<a x><img alt='Le port'> <svg><title>t</title><text>u</text></svg></a>", "Le port t"),
            (
                "<p id=a>un <b aria-label=deux>2</b></p><a x aria-labelledby='a b'></a><i id=b>c</i>",
                "un deux c",
            ),
            ("<a x id=a aria-label=l aria-labelledby='a b'>m</a><i id=b>c</i>", "l c"),
            ("<svg x><title>t</title></svg>", "t"),
            ("<input x type=submit value=' Aller '>", "Aller"),
            ("<input x type=IMAGE alt=a value=b>", "a"),
            ("<label x>Nom <select><option>o</select></label>", "Nom"),
            ("<a x></a>", ""),
        ] {
            assert_eq!(name_of(html), expected, "{html}");
        }
    }

    #[test]
    fn names_that_differ_by_marks_are_spelt_alike() {
        assert_eq!(spelt("« L’Appel » : 2023 !"), spelt("l'appel 2023"));
        assert_eq!(spelt("→"), " ");
    }
}
