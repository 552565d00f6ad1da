//! The configuration, the theme, what is accepted, and the pages that a site must have.

mod faint_accent;
mod idle_allowance;
mod invalid_baseline;
mod invalid_config;
mod invalid_theme;
mod missing_label;
mod no_accessibility_page;
mod no_legal_notice;
mod to_fill;

use crate::locale::Wording;
use crate::model::{Data, Entity, Federation, Page};
use crate::rule::{Report, Rule};
use crate::source::{FilePath, Span};
use crate::wording;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 9] = [
    &faint_accent::RULE,
    &idle_allowance::RULE,
    &invalid_baseline::RULE,
    &invalid_config::RULE,
    &invalid_theme::RULE,
    &missing_label::RULE,
    &no_accessibility_page::RULE,
    &no_legal_notice::RULE,
    &to_fill::RULE,
];

/// A page that a site must have, and what is said of one that has it not.
struct MissingPage {
    /// What the page is: the word of its key `role`.
    role: &'static str,
    /// What such a page is usually called.
    usual_ids: &'static [&'static str],
    message: Wording,
}

impl MissingPage {
    /// Tells that the page is missing, at the page that is meant where there is one.
    fn tell(self, federation: &Federation, report: &mut Report<'_>) {
        // The page may be in a file that could not be read.
        if federation.is_partly_unread() {
            return;
        }
        let mut drafts = Vec::new();
        for (entity, page) in pages(federation).filter(|(_, page)| page.role == Some(self.role)) {
            if !page.is_draft {
                return;
            }
            drafts.push(entity);
        }
        let role = self.role;
        let is_usual = |entity: &Entity| self.usual_ids.contains(&entity.id().as_ref());
        let (file, span, hint) = if let Some(draft) = drafts.first() {
            let hint = wording!("ôtez `draft: true` de cette page", "take `draft: true` out of this page");
            (draft.document.path.clone(), draft.document.record.span("draft").unwrap_or_default(), hint)
        } else if let Some((entity, _)) = pages(federation).find(|(entity, _)| is_usual(entity)) {
            let hint = wording!(
                "si c'est cette page, ajoutez-y `role: {role}`",
                "if it is this page, add `role: {role}` to it"
            );
            (entity.document.path.clone(), Span::default(), hint)
        } else {
            let id = self.usual_ids.first().copied().unwrap_or_default();
            let hint = wording!(
                "créez `content/pages/{id}.md`, avec la ligne `role: {role}` dans l'en-tête",
                "make `content/pages/{id}.md`, with the line `role: {role}` in its front matter",
            );
            (FilePath::new(crate::config::FILE), Span::default(), hint)
        };
        report.push(report.diagnostic(&file, span, self.message).hint(hint));
    }
}

fn pages(federation: &Federation) -> impl Iterator<Item = (&Entity, &Page)> {
    federation.all().filter_map(|(_, entity)| match &entity.data {
        Data::Page(page) => Some((entity, page)),
        _ => None,
    })
}
