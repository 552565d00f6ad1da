//! The errors, over the page: those of this page first.

use super::fault::Faults;
use super::words::{faults, message, number, say};
use super::{Panel, ROOT};
use crate::diagnostic::{Abridged, Diagnostic, Excerpts, Severity};
use crate::wording;

/// More than a person reads over a page; the list has the others.
const MOST: usize = 12;

/// The errors, in a box that opens above the bar; nothing where there are none.
pub(super) fn overlay(panel: &Panel<'_>) -> Option<String> {
    let (here, elsewhere): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        errors(panel).partition(|diagnostic| is_here(panel, diagnostic));
    let count = here.len() + elsewhere.len();
    if count == 0 && panel.notice.is_none() {
        return None;
    }
    let locale = panel.locale;
    let abridged = Abridged::new(here.iter().chain(&elsewhere).copied());
    let shown: Vec<&Diagnostic> = abridged.shown.into_iter().take(MOST).collect();
    let excerpts = Excerpts::read(&shown, panel.world);
    let items = Faults { locale, editor: panel.editor, excerpts };
    let (here, elsewhere): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        shown.iter().partition(|diagnostic| is_here(panel, diagnostic));
    let of = |those: &[&Diagnostic]| those.iter().map(|it| items.item(it, None)).collect::<String>();

    let label = say(locale, wording!("Erreurs", "Errors"));
    let close = say(locale, wording!("Fermer", "Close"));
    let mut html = format!(
        "<div class=\"overlay\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\
         <button type=\"button\" class=\"close\">{close}</button>"
    );
    if let Some(notice) = panel.notice {
        html += &format!("<p class=\"notice\">{}</p>", message(notice));
    }
    if panel.is_last_good {
        let last = say(
            locale,
            wording!(
                "L'aperçu montre la dernière version sans erreur.",
                "The preview shows the last version without errors."
            ),
        );
        html += &format!("<p class=\"note\">{last}</p>");
    }
    if !here.is_empty() {
        let title = say(locale, wording!("Sur cette page", "On this page"));
        html += &format!("<h2>{title}</h2><ul>{}</ul>", of(&here));
    }
    if !elsewhere.is_empty() {
        let title = match panel.page {
            Some(_) => say(locale, wording!("Ailleurs dans le site", "Elsewhere in the site")),
            None => say(locale, wording!("Dans le site", "In the site")),
        };
        html += &format!("<h2>{title}</h2><ul>{}</ul>", of(&elsewhere));
    }
    Some(html + &rest(panel, count, shown.len()) + "</div>")
}

/// What leads to the errors that are not shown.
fn rest(panel: &Panel<'_>, count: usize, shown: usize) -> String {
    let left = number(count.saturating_sub(shown), panel.locale);
    let words = match count - shown {
        0 => say(panel.locale, wording!("Toute la liste", "The whole list")),
        1 => say(panel.locale, wording!("Et 1 autre : toute la liste", "And 1 more: the whole list")),
        _ => say(
            panel.locale,
            wording!("Et {left} autres : toute la liste", "And {left} more: the whole list"),
        ),
    };
    format!("<p><a href=\"{ROOT}\">{words}</a></p>")
}

fn errors<'a>(panel: &Panel<'a>) -> impl Iterator<Item = &'a Diagnostic> {
    panel.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Whether a fault stands in a file of the page, or is explained by one.
fn is_here(panel: &Panel<'_>, diagnostic: &Diagnostic) -> bool {
    let labels = diagnostic.labels.iter().map(|label| &label.place.file);
    let mut files = labels.chain([&diagnostic.place.file]);
    panel.page.is_some_and(|page| files.any(|file| page.files.contains(file)))
}

/// What is said of the errors where they are counted.
pub(super) fn summary(panel: &Panel<'_>) -> String {
    let count = errors(panel).count() + usize::from(panel.notice.is_some());
    faults(count, Severity::Error, panel.locale)
}
