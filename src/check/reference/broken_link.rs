//! Un lien donne l'adresse d'une page que le site n'a pas, ou le chemin d'une fiche qui n'existe pas.
//! L'adresse d'une page finit par `/`. Celle d'un brouillon, ou d'un texte qui ne paraît pas encore ou plus,
//! n'est pas relevée : le lien se montre quand le texte paraît. Les liens vers d'autres sites ne sont pas
//! essayés.
//!
//! ## Pourquoi
//!
//! Le visiteur arriverait sur une page d'erreur, ou lirait des mots qui ne sont plus un lien. Un lien qui
//! nomme la fiche suit son adresse si elle change, et mène à la page dans la langue du texte, quand elle
//! existe.
//!
//! ## Exemple
//!
//! ```markdown
//! [TES](/poles/tes) et [ENTER](../poles/enter.yaml)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [TES](pole:tes) et [[enter]]
//! ```
//! ---
//! A link gives the address of a page that the site does not have, or the path of an entry that is not
//! there. The address of a page ends in `/`. That of a draft, or of a text that does not show yet or any
//! longer, is not reported: the link shows while the text does. Links to other sites are not tried.
//!
//! ## Why it matters
//!
//! Visitors would come to an error page, or read words that are no longer a link. A link that names the
//! entry follows its address when that changes, and leads to the page in the language of the text, where
//! there is one.
//!
//! ## Example
//!
//! ```markdown
//! [TES](/poles/tes) and [ENTER](../poles/enter.yaml)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [TES](pole:tes) and [[enter]]
//! ```

use std::collections::BTreeSet;

use crate::check::references::each_reference;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Federation, Resolution};
use crate::parse::Target;
use crate::plan::{Address, Plan, undated_ends};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "broken-link",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("lien rompu", "broken link"),
    source: include_str!("broken_link.rs"),
    run: Run::Plan(run),
};

fn run(federation: &Federation, plan: &Plan, report: &mut Report<'_>) {
    // What has an address on another day is no broken link today: it would be one overnight.
    let mut lasting = None;
    let undated = undated_ends(federation);
    for (document, reference) in each_reference(federation) {
        let (path, near) = match &reference.target {
            Target::Page { path, .. } if is_broken(federation, plan, &undated, path) => {
                let lasting = lasting.get_or_insert_with(|| plan.lasting_addresses(federation));
                if lasting.contains(&Address::new(path)) {
                    continue;
                }
                (path, report.nearest_path(path, lasting.iter().map(Address::as_str)))
            }
            Target::File { path, .. } if path.ends_with(".md") || path.ends_with(".yaml") => {
                match federation.resolve(document, &reference.target) {
                    Resolution::MissingFile(_) => (path, None),
                    _ => continue,
                }
            }
            _ => continue,
        };
        let message = wording!("`{path}` ne mène nulle part", "`{path}` leads nowhere");
        let hint = match near {
            Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
            None => wording!(
                "nommez la fiche plutôt que l'adresse : `[texte](pole:tes)` ou `[[tes]]`",
                "name the entry rather than the address: `[text](pole:tes)` or `[[tes]]`",
            ),
        };
        report.push(report.diagnostic(&document.path, reference.span, message).hint(hint));
    }
}

/// The address of a text that could not be read is not known: its date and `slug` are in it.
fn is_broken(federation: &Federation, plan: &Plan, undated: &BTreeSet<String>, path: &str) -> bool {
    let address = Address::new(path);
    let may_be_there = || federation.may_have_address(address.end()) || undated.contains(address.end());
    plan.route(&address).is_none() && !may_be_there()
}
