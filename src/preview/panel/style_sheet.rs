//! The style sheets that a page links to, and the pieces of CSS that have to be told apart to
//! change one without harm.

use crate::html::{self, Tag, Token};

/// The addresses of the style sheets of a page, in its order.
#[must_use]
pub fn addresses(html: &str) -> Vec<String> {
    let address = |token: &Token| match token {
        Token::Open(tag) => link(tag).map(str::to_owned),
        _ => None,
    };
    html::read(html).iter().filter_map(address).collect()
}

/// The address of a style sheet that a tag links to.
pub(super) fn link(tag: &Tag) -> Option<&str> {
    let is_one = tag.name == "link" && tag.has_word("rel", "stylesheet") && !tag.has_word("rel", "alternate");
    tag.get("href").filter(|_| is_one)
}

/// The pieces of a style sheet, each as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A comment.
    Comment(&'a str),
    /// A text between quotes, with them.
    Quoted(&'a str),
    /// `url(…)` whose address stands without quotes: the address.
    Url(&'a str),
    /// A word that begins with `@`, with it: `@media`.
    At(&'a str),
    /// Anything else.
    Plain(&'a str),
}

impl<'a> Piece<'a> {
    /// The piece as it stands; the address alone of `url(…)`.
    pub(super) const fn as_str(self) -> &'a str {
        match self {
            Self::Comment(text)
            | Self::Quoted(text)
            | Self::Url(text)
            | Self::At(text)
            | Self::Plain(text) => text,
        }
    }
}

/// The pieces of a style sheet.
pub(super) fn pieces(css: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = css;
    let mut plain_from = css;
    while let Some(first) = rest.chars().next() {
        let Some((piece, length)) = piece(rest) else {
            rest = rest.get(first.len_utf8()..).unwrap_or("");
            continue;
        };
        push_plain(&mut pieces, plain_from, rest);
        pieces.push(piece);
        rest = rest.get(length..).unwrap_or("");
        plain_from = rest;
    }
    push_plain(&mut pieces, plain_from, "");
    pieces
}

/// A style sheet with each address it names, quoted or not, replaced.
pub(super) fn with_addresses(css: &str, replace: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(css.len());
    for piece in pieces(css) {
        match piece {
            Piece::Url(address) => out += &format!("url(\"{}\")", replace(address)),
            Piece::Quoted(text) if is_after_url(&out) => {
                let address = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
                out += &format!("\"{}\"", replace(address));
            }
            other => out += other.as_str(),
        }
    }
    out
}

fn is_after_url(css: &str) -> bool {
    let before = css.trim_end();
    let start = before.len().saturating_sub(4);
    before.get(start..).is_some_and(|end| end.eq_ignore_ascii_case("url("))
}

/// A style sheet as it may stand in a page: nothing in it closes the element.
pub(super) fn within_page(css: &str) -> String {
    css.replace("</", "<\\/")
}

/// What stands from one place to a later one.
fn push_plain<'a>(pieces: &mut Vec<Piece<'a>>, from: &'a str, to: &str) {
    let plain = from.get(..from.len().saturating_sub(to.len())).unwrap_or("");
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
}

/// The piece that begins here and is not plain, and its length.
fn piece(css: &str) -> Option<(Piece<'_>, usize)> {
    if css.starts_with("/*") {
        let length = css.get(2..)?.find("*/").map_or(css.len(), |end| end + 4);
        return Some((Piece::Comment(css.get(..length)?), length));
    }
    if css.starts_with(['"', '\'']) {
        let length = quoted_length(css);
        return Some((Piece::Quoted(css.get(..length)?), length));
    }
    if css.starts_with('@') {
        let word = |character: char| character.is_ascii_alphanumeric() || character == '-';
        let length = css.chars().skip(1).take_while(|it| word(*it)).count() + 1;
        return Some((Piece::At(css.get(..length)?), length));
    }
    if css.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url(")) {
        let inside = css.get(4..)?;
        let length = inside.find(')')?;
        let address = inside.get(..length)?.trim();
        let is_quoted = address.starts_with(['"', '\'']);
        return (!is_quoted).then_some((Piece::Url(address), 4 + length + 1));
    }
    None
}

/// How long a text between quotes is, with them; one that is not closed ends with its line.
fn quoted_length(css: &str) -> usize {
    let mut characters = css.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    let mut is_escaped = false;
    for (at, character) in characters {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' => return at,
            other if Some(other) == quote => return at + other.len_utf8(),
            _ => {}
        }
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_replaced_wherever_they_stand() {
        let css = "a{b:url(x.png) url( 'y.png' );content:'url'}";
        let replaced = with_addresses(css, |address| format!("/{address}"));
        assert_eq!(replaced, "a{b:url(\"/x.png\") url( \"/y.png\" );content:'url'}");
    }

    #[test]
    fn a_style_sheet_is_cut_into_what_it_is_made_of() {
        let css = "/* @media */ a{content:\"\\\"url(x)\"; b: URL( c.png )} @media print{}";
        assert_eq!(
            pieces(css),
            [
                Piece::Comment("/* @media */"),
                Piece::Plain(" a{content:"),
                Piece::Quoted("\"\\\"url(x)\""),
                Piece::Plain("; b: "),
                Piece::Url("c.png"),
                Piece::Plain("} "),
                Piece::At("@media"),
                Piece::Plain(" print{}"),
            ]
        );
    }
}
