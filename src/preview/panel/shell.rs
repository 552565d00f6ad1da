//! What the preview's own pages have around them.

use super::words::say;
use super::{Content, ROOT, Watched};
use crate::locale::Locale;
use crate::typography::escape;
use crate::wording;

/// A page of the preview. `title` may hold anything; `body` and `end` are HTML.
pub(super) fn page(locale: Locale, title: &str, class: &str, body: &str, end: &str) -> String {
    let title = escape(title);
    format!(
        "<!DOCTYPE html><html lang=\"{locale}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex, nofollow\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{ROOT}preview.css\"></head>\
         <body class=\"{class}\">{body}{end}</body></html>"
    )
}

/// The page where there is none to show: nothing has been right since the preview began, or there
/// was a fault that is not of the content. The panel tells which.
#[must_use]
pub fn nothing_to_show(locale: Locale, watched: &Watched<'_>) -> String {
    let title = say(locale, wording!("Pas encore de page", "No page yet"));
    let words = say(
        locale,
        wording!(
            "Cette page ne peut pas être montrée tant que les erreurs ci-dessous sont là. Elle viendra d'elle-même.",
            "This page cannot be shown while the errors below are there. It will come by itself."
        ),
    );
    let body = format!("<main><h1>{title}</h1><p>{words}</p></main>");
    page(locale, &title, "empty", &body, &watched.element())
}

/// What renews a page of the preview's own, where it can be renewed.
pub(super) fn renewal(address: &str, version: &str, content: &Content) -> String {
    Watched { address, version, styles: &[], content }.mark()
}
