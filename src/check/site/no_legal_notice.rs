//! Aucune page publiée n'est celle des mentions légales : une page de `content/pages/` le dit par
//! `role: legal-notice`. Un brouillon ne compte pas.
//!
//! ## Pourquoi
//!
//! La loi oblige tout site à dire qui l'édite, qui en dirige la publication et qui l'héberge.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/pages/mentions-legales.md
//! title: Mentions légales
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/pages/mentions-legales.md
//! title: Mentions légales
//! role: legal-notice
//! ```
//! ---
//! No page that is published is the legal notice: a page of `content/pages/` says so by
//! `role: legal-notice`. A draft does not count.
//!
//! ## Why it matters
//!
//! French law wants every site to say who publishes it, who directs its publication and who hosts it.
//!
//! ## Example
//!
//! ```yaml
//! # content/pages/legal-notice.md
//! title: Legal notice
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/pages/legal-notice.md
//! title: Legal notice
//! role: legal-notice
//! ```

use super::MissingPage;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "no-legal-notice",
    severity: Severity::Error,
    pack: Pack::France,
    title: both("site sans mentions légales", "site without a legal notice"),
    source: include_str!("no_legal_notice.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let page = MissingPage {
        role: "legal-notice",
        usual_ids: &["mentions-legales", "legal-notice"],
        message: wording!(
            "le site n'a pas de page de mentions légales",
            "the site has no page with its legal notice"
        ),
    };
    page.tell(federation, report);
}
