//! Critère RGAA 12.3. Le plan du site ne mène pas à chaque rubrique et à chaque fiche : il en manque. Les
//! actualités s'atteignent par leurs listes ; une fiche avec `listed: false` n'est attendue nulle part.
//!
//! ## Pourquoi
//!
//! On ouvre le plan du site quand on n'a pas trouvé ailleurs : ce qui n'y est pas est perdu.
//!
//! ## Exemple
//!
//! ```jinja
//! {% for section in plan.sections %}<a href="{{ section.link.href }}">{{ section.link.text }}</a>{% endfor %}
//! ```
//!
//! ## Mieux
//!
//! ```jinja
//! {% for section in plan.sections %}{{ <Links links={section.pages} /> }}{% endfor %}
//! ```
//! ---
//! RGAA criterion 12.3. The site map does not lead to each section and each profile: some are missing. News are
//! reached by their lists; a profile with `listed: false` is expected nowhere.
//!
//! ## Why it matters
//!
//! The site map is opened by those who did not find elsewhere: what is not there is lost.
//!
//! ## Example
//!
//! ```jinja
//! {% for section in plan.sections %}<a href="{{ section.link.href }}">{{ section.link.text }}</a>{% endfor %}
//! ```
//!
//! ## Use instead
//!
//! ```jinja
//! {% for section in plan.sections %}{{ <Links links={section.pages} /> }}{% endfor %}
//! ```

use std::collections::HashSet;

use super::ways::target;
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::plan::{NewsFilter, Subject};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::schema::Kind;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "incomplete-site-plan",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("plan du site incomplet", "incomplete site map"),
    source: include_str!("incomplete_site_plan.rs"),
    run: Run::Page { criteria: &["12.3"], run },
};

/// How many missing pages are named.
const NAMED: usize = 3;

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    if *page.subject != Subject::SitePlan {
        return;
    }
    // The menu and the foot are no part of it; a page without a main part is told so by itself.
    let is_main = |element: &Element<'_>| element.is("main") || element.get("role") == Some("main");
    let has_main = page.tree.elements().any(|element| is_main(&element));
    let content =
        page.tree.elements().filter(|element| if has_main { is_main(element) } else { element.is("body") });
    let links = content.flat_map(Element::descendants).filter(|element| element.is("a"));
    let linked: HashSet<&str> = links.filter_map(|link| target(page, link)).collect();
    let expected = page
        .plan
        .pages()
        .filter(|(_, subject, language)| *language == page.language && is_expected(page.federation, subject));
    let missing: Vec<&str> =
        expected.map(|(route, ..)| route.address.as_str()).filter(|to| !linked.contains(to)).collect();
    if missing.is_empty() {
        return;
    }
    let hint = wording!(
        "montrez toutes les `pages` de chacune des `plan.sections`",
        "show all `pages` of each of `plan.sections`",
    );
    report.push(report.of(&page.record.address, message(&missing)).hint(hint));
}

/// Whether a page is a section or a profile; posts are reached through their lists.
fn is_expected(federation: &Federation, subject: &Subject) -> bool {
    match subject {
        Subject::Entity(id) => {
            let entity = federation.entity(*id);
            entity.is_listed && entity.kind() != Kind::Post
        }
        Subject::News(filter, number) => *filter == NewsFilter::All && *number == 1,
        Subject::Home | Subject::Facet(_) | Subject::SitePlan | Subject::NotFound => false,
        Subject::Index(_)
        | Subject::KeyFigures
        | Subject::Governance
        | Subject::Press
        | Subject::OpenData
        | Subject::Search => true,
    }
}

/// Names a few and counts the others: never one alone.
fn message(missing: &[&str]) -> Wording {
    let are_all_named = missing.len() <= NAMED + 1;
    let named = missing.iter().take(if are_all_named { missing.len() } else { NAMED });
    let named = named.map(|page| format!("`{page}`")).collect::<Vec<_>>().join(", ");
    if are_all_named {
        return wording!("le plan du site ne mène pas à {named}", "the site map does not lead to {named}");
    }
    let others = missing.len() - NAMED;
    wording!(
        "le plan du site ne mène pas à {named} ni à {others} autres pages",
        "the site map does not lead to {named} nor to {others} other pages",
    )
}
