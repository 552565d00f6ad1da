//! What a rule means, from the Markdown of its own comment. Links lead nowhere here: their words stay.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::typography::escape;

/// The text as HTML, its headings below those of the list.
pub(super) fn html(markdown: &str) -> String {
    let mut html = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(tag) => html += opening(&tag),
            Event::End(tag) => html += closing(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => html += &escape(&text),
            Event::Code(code) => html += &format!("<code>{}</code>", escape(&code)),
            Event::SoftBreak | Event::HardBreak => html.push('\n'),
            _ => {}
        }
    }
    html
}

const fn opening(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Paragraph => "<p>",
        Tag::Heading { .. } => "<h3>",
        Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => "<pre><code>",
        Tag::List(Some(_)) => "<ol>",
        Tag::List(None) => "<ul>",
        Tag::Item => "<li>",
        Tag::Strong => "<strong>",
        Tag::Emphasis => "<em>",
        Tag::BlockQuote(_) => "<blockquote>",
        _ => "",
    }
}

const fn closing(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>",
        TagEnd::Heading(_) => "</h3>",
        TagEnd::CodeBlock => "</code></pre>",
        TagEnd::List(true) => "</ol>",
        TagEnd::List(false) => "</ul>",
        TagEnd::Item => "</li>",
        TagEnd::Strong => "</strong>",
        TagEnd::Emphasis => "</em>",
        TagEnd::BlockQuote(_) => "</blockquote>",
        _ => "",
    }
}
