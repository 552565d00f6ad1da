//! One diagnostic as HTML: what is wrong, where, the line, what to do.

use super::Editor;
use super::ROOT;
use super::words::{class, message, say};
use crate::diagnostic::{Diagnostic, Excerpt, Excerpts};
use crate::locale::Locale;
use crate::source::{Place, Position};
use crate::typography::escape;
use crate::wording;

/// Shows diagnostics whose files were read.
pub(super) struct Faults<'a> {
    pub(super) locale: Locale,
    pub(super) editor: &'a Editor,
    pub(super) excerpts: Excerpts,
}

impl Faults<'_> {
    /// A diagnostic as an item of a list. `page` leads to the page that it is about.
    pub(super) fn item(&self, diagnostic: &Diagnostic, page: Option<&str>) -> String {
        let (severity, locale) = (diagnostic.severity, self.locale);
        let title = severity.title(locale);
        let what = message(diagnostic.message.get(locale));
        let mut item = format!(
            "<li class=\"fault {}\"><p class=\"what\"><strong>{title}</strong> {what}</p>",
            class(severity)
        );
        item += &format!(
            "<p class=\"where\">{}{}</p>",
            self.place(&diagnostic.place),
            self.links(diagnostic, page)
        );
        item += &self.line(&diagnostic.place);
        for label in &diagnostic.labels {
            let text = message(label.text.get(locale));
            item += &format!(
                "<p class=\"where\">{} {text}</p>{}",
                self.place(&label.place),
                self.line(&label.place)
            );
        }
        for hint in &diagnostic.hints {
            item += &format!("<p class=\"hint\">{}</p>", message(hint.get(locale)));
        }
        item + "</li>"
    }

    /// A place that opens in the editor.
    fn place(&self, place: &Place) -> String {
        let top = Position { line: 1, column: 1 };
        let at = self.excerpts.of(place).map_or(top, |excerpt| excerpt.position);
        let address = self.editor.address(&place.file, at);
        let file = escape(place.file.as_str());
        format!("<a class=\"place\" href=\"{}\">{file}:{}:{}</a>", escape(&address), at.line, at.column)
    }

    /// The rule, and the page where there is one.
    fn links(&self, diagnostic: &Diagnostic, page: Option<&str>) -> String {
        let code = diagnostic.code;
        let rule = format!(" <a class=\"rule\" href=\"{ROOT}#{code}\">{code}</a>");
        let Some(page) = page else { return rule };
        let see = say(self.locale, wording!("voir la page", "see the page"));
        format!("{rule} <a href=\"{}\">{see}</a>", escape(page))
    }

    /// The line of a place, the fault in it marked.
    fn line(&self, place: &Place) -> String {
        let Some(excerpt) = self.excerpts.of(place) else { return String::new() };
        let Excerpt { position, before, fault, after } = excerpt;
        if before.is_empty() && fault.is_empty() && after.is_empty() {
            return String::new();
        }
        let [before, fault, after] = [before, fault, after].map(|part| escape(part));
        let number = position.line;
        format!("<pre><span>{number}</span><code>{before}<mark>{fault}</mark>{after}</code></pre>")
    }
}
