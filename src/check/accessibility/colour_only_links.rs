//! Critère RGAA 10.6. La feuille de style ôte le soulignement des liens des textes et ne met rien à la
//! place : ils ne se distinguent plus que par leur couleur. Les menus et les boutons peuvent s'en passer.
//!
//! ## Pourquoi
//!
//! Une personne sur vingt distingue mal les couleurs : pour elle, les liens d'un paragraphe sont des mots
//! comme les autres.
//!
//! ## Exemple
//!
//! ```css
//! a { color: var(--accent); text-decoration: none }
//! ```
//!
//! ## Mieux
//!
//! ```css
//! a { color: var(--accent) }
//! .menu a { text-decoration: none }
//! ```
//! ---
//! RGAA criterion 10.6. The style sheet takes the underline off the links of texts and puts nothing in its
//! place: their colour alone tells them. Menus and buttons may do without.
//!
//! ## Why it matters
//!
//! One person in twenty tells colours badly: to them, the links of a paragraph are words like others.
//!
//! ## Example
//!
//! ```css
//! a { color: var(--accent); text-decoration: none }
//! ```
//!
//! ## Use instead
//!
//! ```css
//! a { color: var(--accent) }
//! .menu a { text-decoration: none }
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rule::{Pack, Report, Rule, Run};
use crate::theme::{ThemeFault, ThemeFaultKind};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "colour-only-links",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("liens signalés par la seule couleur", "links told by their colour alone"),
    source: include_str!("colour_only_links.rs"),
    run: Run::Theme(run),
};

fn run(faults: &[ThemeFault], report: &mut Report<'_>) {
    for fault in faults {
        let ThemeFaultKind::ColourOnlyLinks { selector } = &fault.kind else { continue };
        let message = wording!(
            "`{selector}` n'est plus souligné : dans un texte, seule sa couleur dit que c'est un lien",
            "`{selector}` is not underlined any more: in a text its colour alone says that it is a link",
        );
        let hint = wording!(
            "gardez le soulignement des liens, et ôtez-le des seuls menus et boutons",
            "keep the underline of links, and take it off menus and buttons alone",
        );
        report.push(report.diagnostic(&fault.file, fault.span, message).hint(hint));
    }
}
