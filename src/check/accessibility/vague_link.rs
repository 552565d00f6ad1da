//! Critère RGAA 6.1. Le nom d'un lien tient en une formule qui ne dit pas où il mène : « Cliquez ici », « Lire la
//! suite », « En savoir plus », « Ici »… Seules quelques formules connues, en français et en anglais, sont
//! relevées. Celles qui ne sont pas un lien relèvent de `empty-call-to-action`.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran liste les liens d'une page sans ce qui les entoure : dix « Lire la suite » s'y valent. La
//! phrase autour du lien suffit au RGAA, quand elle dit tout ; un lien qui le dit lui-même suffit à tout le monde.
//!
//! ## Exemple
//!
//! ```markdown
//! Pour le règlement, [cliquez ici](appel.md).
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Voir [le règlement de l'appel](appel.md).
//! ```
//! ---
//! RGAA criterion 6.1. The name of a link is a phrase that does not say where it leads: "Click here", "Read more",
//! "Learn more", "Here"… Only a few known phrases, in French and in English, are reported. Those that are no link
//! belong to `empty-call-to-action`.
//!
//! ## Why it matters
//!
//! A screen reader lists the links of a page without what is around them: ten "Read more" are all alike. For the
//! RGAA the sentence around is enough when it tells all; a link that tells it by itself is enough for everyone.
//!
//! ## Example
//!
//! ```markdown
//! For the rules, [click here](call.md).
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! See [the rules of the call](call.md).
//! ```

use super::names::{is_unheard, name, spelt};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "vague-link",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("lien qui ne dit pas où il mène", "link that does not say where it leads"),
    source: include_str!("vague_link.rs"),
    run: Run::Page { criteria: &["6.1"], run },
};

/// Names that say nothing, sorted, marks left out.
const VAGUE: [&str; 40] = [
    "accéder",
    "ce lien",
    "click",
    "click here",
    "cliquer ici",
    "cliquez",
    "cliquez ici",
    "continue",
    "continue reading",
    "details",
    "détail",
    "détails",
    "en lire plus",
    "en savoir plus",
    "find out more",
    "here",
    "ici",
    "learn more",
    "lien",
    "link",
    "lire",
    "lire l article",
    "lire la suite",
    "lire plus",
    "more",
    "more details",
    "more info",
    "more information",
    "par ici",
    "plus",
    "plus d informations",
    "plus d infos",
    "plus de détails",
    "read more",
    "savoir plus",
    "see more",
    "this link",
    "voir",
    "voir la suite",
    "voir plus",
];

/// More bytes than a name that says nothing has with its marks.
const LONGEST: usize = 32;

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for link in page.tree.named("a").filter(|link| link.has("href")) {
        let name = name(page.tree, link);
        if !is_vague(&name) || is_told_by_title(link) || is_unheard(link) {
            continue;
        }
        let message = wording!(
            "le lien « {name} » ne dit pas où il mène",
            "the link “{name}” does not say where it leads",
        );
        let hint = wording!(
            "donnez-lui les mots qui nomment ce qu'on y trouve",
            "give it the words that name what is found there",
        );
        report.push(report.at(&page.record.address, link, message).hint(hint));
    }
}

fn is_vague(name: &str) -> bool {
    name.len() <= LONGEST && VAGUE.binary_search(&spelt(name).trim()).is_ok()
}

fn is_told_by_title(link: Element<'_>) -> bool {
    link.get("title").is_some_and(|title| !title.trim().is_empty() && !is_vague(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_nothing_are_found() {
        assert!(VAGUE.is_sorted());
        assert!(VAGUE.into_iter().all(is_vague) && is_vague("« Lire la suite » →"));
        assert!(!is_vague("Lire la charte") && !is_vague(""));
    }
}
