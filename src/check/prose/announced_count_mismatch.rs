//! Un nombre annonce autre chose que ce que l'on compte après les deux-points, dans la phrase ou dans la
//! liste juste en dessous. La règle ne compte que ce qui se compte sans doute possible : elle se tait devant
//! « notamment », « dont », « etc. », des parenthèses, une liste dans la liste, ou un « et » qui peut être dans
//! un nom.
//!
//! ## Pourquoi
//!
//! Il manque quelque chose à la liste, ou il y a un intrus : le lecteur ne sait pas lequel croire.
//!
//! ## Exemple
//!
//! ```markdown
//! Le réseau réunit trois pôles : Derbi et Optitec.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Le réseau réunit deux pôles : Derbi et Optitec.
//! ```
//! ---
//! A number announces something else than what is counted after the colon, in the sentence or in the list
//! right below. The rule counts only what can be counted beyond doubt: it is silent before “notamment”,
//! “dont”, “etc.”, parentheses, a list in the list, or an “et” that may belong to a name. It reads French alone.
//!
//! ## Why it matters
//!
//! Something is missing from the list, or does not belong there: readers cannot tell which to believe.
//!
//! ## Example
//!
//! ```markdown
//! Le réseau réunit trois pôles : Derbi et Optitec.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! Le réseau réunit deux pôles : Derbi et Optitec.
//! ```

use std::collections::HashSet;

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::parse::Claim;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

use crate::check::references::aliases;
use crate::check::statements::{Stated, each_in_french};

pub(in crate::check) static RULE: Rule = Rule {
    code: "announced-count-mismatch",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("compte qui ne tombe pas juste", "count that does not add up"),
    source: include_str!("announced_count_mismatch.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut names: Option<HashSet<String>> = None;
    for Stated { document, statement, .. } in each_in_french(federation) {
        let Claim::Count { announced, listed, unless_name } = &statement.claim else { continue };
        let is_one_name = |name: &str| names.get_or_insert_with(|| all_names(federation)).contains(name);
        if unless_name.as_deref().is_some_and(is_one_name) {
            continue;
        }
        let words: &str = &statement.words;
        let message = wording!(
            "« {words} » en annonce {announced}, et la suite en compte {listed}",
            "“{words}” announces {announced}, and what follows has {listed}",
        );
        let hint = wording!("corrigez le nombre ou la liste", "mend the number or the list");
        let lasting = format!("“{words}” announces {announced}, and what follows has another number");
        let diagnostic = report.diagnostic(&document.path, statement.span, message);
        report.push(diagnostic.hint(hint).lasting(lasting));
    }
}

/// Every name of every entry: « Images et Réseaux » is one.
fn all_names(federation: &Federation) -> HashSet<String> {
    let full = federation.all().flat_map(|(_, entity)| entity.names.all().map(|name| name.full.to_string()));
    full.chain(aliases(federation).map(|alias| alias.text.to_string())).collect()
}
