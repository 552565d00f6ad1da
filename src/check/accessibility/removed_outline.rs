//! Critère RGAA 10.7. La feuille de style ôte le contour qui dit où l'on est au clavier, et ne met rien à
//! la place.
//!
//! ## Pourquoi
//!
//! Qui ne se sert pas de souris voit sa place dans la page à ce contour. Sans lui, on avance en aveugle.
//!
//! ## Exemple
//!
//! ```css
//! a { outline: none }
//! ```
//!
//! ## Mieux
//!
//! ```css
//! a { outline: none }
//! a:focus-visible { outline: 3px solid var(--accent) }
//! ```
//! ---
//! RGAA criterion 10.7. The style sheet takes off the outline that says where one is by keyboard, and puts
//! nothing in its place.
//!
//! ## Why it matters
//!
//! Who uses no mouse sees their place in the page by this outline. Without it, one goes on blindly.
//!
//! ## Example
//!
//! ```css
//! a { outline: none }
//! ```
//!
//! ## Use instead
//!
//! ```css
//! a { outline: none }
//! a:focus-visible { outline: 3px solid var(--accent) }
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rule::{Pack, Report, Rule, Run};
use crate::theme::{ThemeFault, ThemeFaultKind};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "removed-outline",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("contour du clavier ôté", "outline of focus taken off"),
    source: include_str!("removed_outline.rs"),
    run: Run::Theme(run),
};

fn run(faults: &[ThemeFault], report: &mut Report<'_>) {
    for fault in faults {
        let ThemeFaultKind::RemovedOutline { selector } = &fault.kind else { continue };
        let message = wording!(
            "`{selector}` n'a plus de contour au clavier, et rien ne le remplace",
            "`{selector}` has no outline by keyboard any more, and nothing stands in its place",
        );
        let hint = wording!(
            "ôtez cette ligne, ou ajoutez la même règle avec `:focus-visible` et un contour bien visible",
            "take this line out, or add the same rule with `:focus-visible` and an outline that is well seen",
        );
        report.push(report.diagnostic(&fault.file, fault.span, message).hint(hint));
    }
}
