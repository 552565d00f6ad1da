//! A page as it is printed, on a screen: the styles of print are for all, those of screens for none.
//!
//! Features of media are left to the browser, save the dark scheme, which paper does not have: show
//! the page in a frame as wide as paper.

use super::resolve::resolve;
use super::style_sheet::{Piece, link, pieces, with_addresses, within_page};
use crate::html::{self, Tag, Token};

/// Paper is light, whatever the writer's screen.
const LIGHT: &str = ":root{color-scheme:only light!important}";

/// The printed look of the page of an address. `style` gives the text of a style sheet by its address
/// from the root.
#[must_use]
pub fn printed(html: &str, address: &str, style: impl Fn(&str) -> Option<String>) -> String {
    let mut tokens = Vec::new();
    let mut is_style = false;
    for mut token in html::read(html) {
        match &mut token {
            Token::Open(tag) => {
                is_style = tag.name == "style";
                if let Some(media) = tag.get("media").map(query_list) {
                    tag.set("media", media);
                }
                let sheet = link(tag).and_then(|href| resolve(address, href));
                if let Some((sheet, css)) = sheet.and_then(|sheet| style(&sheet).map(|css| (sheet, css))) {
                    tokens.extend(inlined(tag, &sheet, &css));
                    continue;
                }
            }
            Token::Raw(css) if is_style => *css = style_text(css),
            Token::Close(name) if name == "head" => {
                let light = Tag { name: "style".to_owned(), ..Tag::default() };
                tokens.extend([
                    Token::Open(light),
                    Token::Raw(LIGHT.to_owned()),
                    Token::Close("style".to_owned()),
                ]);
            }
            _ => {}
        }
        tokens.push(token);
    }
    html::write(&tokens)
}

fn inlined(link: &Tag, sheet: &str, css: &str) -> [Token; 3] {
    let css = with_addresses(css, |it| resolve(sheet, it).unwrap_or_else(|| it.to_owned()));
    let media = link.get("media").map(|media| ("media".to_owned(), media.to_owned()));
    let attributes = media.into_iter().collect();
    let open = Tag { name: "style".to_owned(), attributes, closes_itself: false };
    [Token::Open(open), Token::Raw(within_page(&style_text(&css))), Token::Close("style".to_owned())]
}

/// A style sheet with each `@media` as print sees it.
fn style_text(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut is_media = false;
    for piece in pieces(css) {
        match piece {
            Piece::At(word) => {
                is_media = word.eq_ignore_ascii_case("@media");
                out += word;
            }
            Piece::Plain(text) if is_media => {
                is_media = false;
                let (list, rest) = text.split_at(text.find(['{', ';']).unwrap_or(text.len()));
                out += &format!(" {} {rest}", query_list(list));
            }
            Piece::Url(address) => out += &format!("url({address})"),
            other => out += other.as_str(),
        }
    }
    out
}

/// A list of media queries, each as print sees it.
fn query_list(list: &str) -> String {
    let queries: Vec<String> = list.split(',').map(|query| print_query(query.trim())).collect();
    queries.join(", ")
}

fn print_query(query: &str) -> String {
    let lower = query.to_ascii_lowercase();
    let (is_negated, rest) = match lower.strip_prefix("not ") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, lower.strip_prefix("only ").unwrap_or(&lower).trim_start()),
    };
    let end = rest.find(|character: char| !character.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (medium, features) = rest.split_at(end);
    let is_dark = features.contains("prefers-color-scheme") && features.contains("dark");
    match (medium, is_negated) {
        (_, false) if is_dark && !features.contains("not") => "not all".to_owned(),
        ("print", false) => format!("all{features}"),
        ("print", true) => format!("not all{features}"),
        ("" | "all", _) => query.to_owned(),
        (_, false) => "not all".to_owned(),
        (_, true) => "all".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_are_as_print_sees_them() {
        for (written, seen) in [
            ("print", "all"),
            ("screen", "not all"),
            ("only screen and (min-width: 40rem)", "not all"),
            ("screen, print and (orientation: portrait)", "not all, all and (orientation: portrait)"),
            ("not print", "not all"),
            ("not screen", "all"),
            ("(min-width: 40rem)", "(min-width: 40rem)"),
            ("(prefers-color-scheme: dark)", "not all"),
            ("(prefers-reduced-motion: reduce)", "(prefers-reduced-motion: reduce)"),
            ("all", "all"),
        ] {
            assert_eq!(query_list(written), seen, "{written}");
        }
    }

    #[test]
    fn only_rules_change_in_a_style_sheet() {
        let css = "/* @media print */@media print{a{content:\"@media screen{\"}}@MEDIA screen{b{c:url(d)}}";
        assert_eq!(
            style_text(css),
            "/* @media print */@media all {a{content:\"@media screen{\"}}@MEDIA not all {b{c:url(d)}}"
        );
    }
}
