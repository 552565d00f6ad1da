//! Critère RGAA 12.4. Une page n'a pas de lien vers le plan du site de sa langue.
//!
//! ## Pourquoi
//!
//! Le plan du site est le chemin de qui ne trouve pas dans le menu. Il ne sert que si on l'atteint de partout.
//! Un site qui s'en passe (`without = ["site_plan"]`) doit offrir un menu et une recherche.
//!
//! ## Exemple
//!
//! ```html
//! <footer><a href="/contact/">Contact</a></footer>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <footer><a href="/contact/">Contact</a> <a href="/plan-du-site/">Plan du site</a></footer>
//! ```
//! ---
//! RGAA criterion 12.4. A page has no link to the site map of its language.
//!
//! ## Why it matters
//!
//! The site map is the way of those who do not find in the menu. It is of use only if it can be reached from
//! everywhere. A site that does without it (`without = ["site_plan"]`) must offer a menu and a search.
//!
//! ## Example
//!
//! ```html
//! <footer><a href="/contact/">Contact</a></footer>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <footer><a href="/contact/">Contact</a> <a href="/site-plan/">Site map</a></footer>
//! ```

use super::ways::{has_page, leads_to, of_frame};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::plan::Subject;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "site-plan-not-linked",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("plan du site hors d'atteinte", "site map out of reach"),
    source: include_str!("site_plan_not_linked.rs"),
    run: Run::Page { criteria: &["12.4"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    // Where the site does without, a page needs two other ways, which is told by itself.
    if *page.subject == Subject::SitePlan || !has_page(page, &Subject::SitePlan) {
        return;
    }
    if leads_to(page, &Subject::SitePlan) {
        return;
    }
    let message =
        wording!("la page n'a pas de lien vers le plan du site", "the page has no link to the site map");
    let hint = wording!(
        "remettez dans le pied de page les liens de `site.footer`, ou un lien vers le plan du site",
        "put the links of `site.footer` back into the foot of the page, or a link to the site map",
    );
    let fault = match page.tree.named("footer").last() {
        Some(foot) => report.at(&page.record.address, foot, message),
        None => of_frame(page, report, message),
    };
    report.push(fault.hint(hint));
}
