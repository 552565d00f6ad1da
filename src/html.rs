//! HTML read as a run of tags and texts, and written again.
//!
//! A page is read as browsers read it: references are resolved, what stands in `<script>` or
//! `<style>` is no markup. What is written again means the same, if not in the same bytes. This
//! module must not know what any page is for.

pub mod inline;
mod read;
pub mod tree;

pub use read::read;

use crate::typography::escape;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// `<!DOCTYPE html>`: its name.
    Doctype(String),
    /// The tag that opens an element.
    Open(Tag),
    /// The tag that closes an element: its name.
    Close(String),
    /// Text, with its references resolved.
    Text(String),
    /// What stands in `<script>` or `<style>`, as it is.
    Raw(String),
    /// A comment.
    Comment(String),
}

/// The tag that opens an element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// The name of the element, in small letters.
    pub name: String,
    /// The names and values of its attributes, in the order of the page.
    pub attributes: Vec<(String, String)>,
    /// Whether it ends with `/>`, which closes an element of a drawing.
    pub closes_itself: bool,
}

impl Tag {
    /// The value of an attribute.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether a value that is a list of words has one: `rel`, `class`.
    #[must_use]
    pub fn has_word(&self, name: &str, word: &str) -> bool {
        self.get(name)
            .is_some_and(|value| value.split_ascii_whitespace().any(|it| it.eq_ignore_ascii_case(word)))
    }

    /// Gives an attribute a value.
    pub fn set(&mut self, name: &str, value: String) {
        match self.attributes.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.attributes.push((name.to_owned(), value)),
        }
    }
}

/// Writes a page.
#[must_use]
pub fn write(tokens: &[Token]) -> String {
    tokens.iter().fold(String::new(), |mut page, token| {
        match token {
            Token::Doctype(name) => page += &format!("<!DOCTYPE {name}>"),
            Token::Open(tag) => write_tag(&mut page, tag),
            Token::Close(name) => page += &format!("</{name}>"),
            Token::Text(text) => page += &escape(text),
            Token::Raw(text) => page += text,
            Token::Comment(text) => page += &format!("<!--{text}-->"),
        }
        page
    })
}

fn write_tag(page: &mut String, tag: &Tag) {
    page.push('<');
    page.push_str(&tag.name);
    for (name, value) in &tag.attributes {
        page.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    page.push_str(if tag.closes_itself { "/>" } else { ">" });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_read_and_written_means_the_same() {
        let page = "<!DOCTYPE html><html lang=\"fr\"><title>a &lt;b&gt; &amp; c</title><style>a>b{}</style>\
                    <p title=\"&quot;é\">1 &lt; 2</p><script>if (a < b && c) {}</script>\
                    <svg viewBox=\"0 0 1 1\"><title/><path d=\"M0 0\"/></svg><!-- fin --></html>";
        assert_eq!(write(&read(page)), page.replace("viewBox", "viewbox"));
    }

    #[test]
    fn text_of_a_script_is_no_markup() {
        let tokens = read("<script>'<p>'</script><p>");
        assert_eq!(tokens.get(1), Some(&Token::Raw("'<p>'".to_owned())));
        assert_eq!(tokens.len(), 4);
    }
}
