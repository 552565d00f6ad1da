//! Un mot est composé de signes qui imitent des lettres : signes mathématiques gras ou italiques, lettres
//! pleine chasse, lettres cerclées. Ils viennent souvent des réseaux sociaux, où ils servent à mettre un
//! mot en gras.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran les épelle signe par signe ou les passe sous silence, et une recherche de « ENTER »
//! peut ne pas les trouver. Dans un texte, `**gras**` et `*italique*` mettent un mot en valeur sans ces
//! défauts.
//!
//! ## Exemple
//!
//! ```markdown
//! Le pôle 𝗘𝗡𝗧𝗘𝗥 a son siège à Bègles.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Le pôle **ENTER** a son siège à Bègles.
//! ```
//! ---
//! A word is made of signs that imitate letters: bold or italic mathematical signs, full-width letters,
//! circled letters. They often come from social networks, where they serve to put a word in bold.
//!
//! ## Why it matters
//!
//! A screen reader spells them sign by sign or passes over them, and a search for “ENTER” may not find
//! them. In a text, `**bold**` and `*italic*` stress a word without these flaws.
//!
//! ## Example
//!
//! ```markdown
//! The cluster 𝗘𝗡𝗧𝗘𝗥 has its seat in Bègles.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The cluster **ENTER** has its seat in Bègles.
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "pseudo-letters",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("fausses lettres", "pseudo letters"),
    source: include_str!("pseudo_letters.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::PseudoLetters(plain) = &fault.kind {
            let message = wording!(
                "ces signes ressemblent à des lettres : un lecteur d'écran les épelle ou les saute, une recherche les manque",
                "these signs look like letters: screen readers spell or skip them, searches miss them",
            );
            let hint = wording!("écrivez « {plain} »", "write “{plain}”");
            let diagnostic = report.diagnostic(&document.path, fault.span, message).hint(hint);
            report.push(diagnostic.fix(plain.clone()));
        }
    }
}
