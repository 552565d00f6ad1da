//! Un lien vise un intertitre, après `#`, que le texte d'arrivée n'a pas, ni aucune de ses traductions.
//! L'ancre d'un intertitre est faite de ses mots en minuscules, sans accent, reliés par des traits
//! d'union ; `{#labels}` à la fin de l'intertitre en donne une autre. Un lien écrit par adresse
//! (`/actualites/…#…`) n'est pas suivi jusqu'à l'ancre.
//!
//! ## Pourquoi
//!
//! La page s'ouvrirait en haut, et le visiteur devrait chercher lui-même le passage annoncé.
//!
//! ## Exemple
//!
//! ```markdown
//! [La liste des 55 pôles](2023-03-27-55-poles-phase-v.md#labels-plus-courts)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [La liste des 55 pôles](2023-03-27-55-poles-phase-v.md#des-labels-plus-courts)
//! ```
//! ---
//! A link points, after `#`, to a heading that neither the text it leads to nor any of its translations
//! has. The anchor of a heading is made of its words in lower case, without accents, joined by hyphens;
//! `{#labels}` at the end of the heading gives it another. A link written as an address (`/news/…#…`) is
//! not followed as far as the anchor.
//!
//! ## Why it matters
//!
//! The page would open at its top, and visitors would have to look for the passage by themselves.
//!
//! ## Example
//!
//! ```markdown
//! [The list of the 55 clusters](2023-03-27-55-poles-phase-v.md#labels-plus-courts)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [The list of the 55 clusters](2023-03-27-55-poles-phase-v.md#des-labels-plus-courts)
//! ```

use crate::check::references::each_reference;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::Federation;
use crate::model::Resolution;
use crate::parse::{Document, Target};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "broken-anchor",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("ancre introuvable", "broken anchor"),
    source: include_str!("broken_anchor.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (document, reference) in each_reference(federation) {
        let target = match federation.resolve(document, &reference.target) {
            Resolution::MissingAnchor => document,
            Resolution::Entity { id, has_anchor: false } => federation.linked_document(document, id),
            _ => continue,
        };
        let Some(fragment) = fragment(&reference.target) else { continue };
        let message = wording!(
            "aucun intertitre n'a l'ancre `#{fragment}`",
            "no heading has the anchor `#{fragment}`",
        );
        let suggestion = suggestion(target, fragment, report);
        report.push(report.diagnostic(&document.path, reference.span, message).hint_if(suggestion));
    }
}

fn fragment(target: &Target) -> Option<&str> {
    match target {
        Target::Entity { fragment, .. } | Target::File { fragment, .. } | Target::Page { fragment, .. } => {
            fragment.as_deref()
        }
        Target::Anchor { fragment } => Some(fragment),
        Target::Term { .. } | Target::Figure { .. } => None,
    }
}

/// More anchors than a message can name.
const MOST_SHOWN: usize = 8;

fn suggestion(target: &Document, fragment: &str, report: &mut Report<'_>) -> Option<Wording> {
    let body = target.text()?;
    let anchors = || body.outline.iter().map(|heading| heading.anchor.as_str());
    if let Some(near) = report.nearest(fragment, anchors()) {
        return Some(wording!("vouliez-vous dire `#{near}` ?", "did you mean `#{near}`?"));
    }
    let mut shown: Vec<&str> = anchors().take(MOST_SHOWN + 1).collect();
    let is_cut = shown.len() > MOST_SHOWN;
    shown.truncate(MOST_SHOWN);
    let shown = shown.join(", #");
    let end = if is_cut { ", …" } else { "" };
    (!shown.is_empty())
        .then(|| wording!("ancres du texte : #{shown}{end}", "anchors of the text: #{shown}{end}"))
}
