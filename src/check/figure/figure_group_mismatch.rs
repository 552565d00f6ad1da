//! Un chiffre se dit le total d'un groupe (`group`) que sa fiche ne réunit pas : `poles` est pour une région,
//! une phase ou un réseau de pôles, `members` pour un pôle, un réseau ou une autre organisation, `parties` pour un
//! partenariat. Les actualités et les autres textes ne sont pas concernés.
//!
//! ## Pourquoi
//!
//! La page dirait de qui est le total, et se tromperait. Le chiffre serait mis à part de ceux qui lui
//! ressemblent, et les règles qui les comparent ne le verraient pas.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/regions/normandie.yaml
//! figures:
//!   - {metric: members, value: "600", as_of: 2023, group: parties, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/regions/normandie.yaml
//! figures:
//!   - {metric: members, value: "600", as_of: 2023, group: poles, source: communique}
//! ```
//! ---
//! A figure says that it is the total of a group (`group`) which its entry does not bring together: `poles` is
//! for a region, a phase or a network of poles, `members` for a pole, a network or another organisation, `parties`
//! for a partnership. Posts and other texts are not concerned.
//!
//! ## Why it matters
//!
//! The page would say whose total it is, and be wrong. The figure would be set apart from those of its like,
//! and the rules that compare them would not see it.
//!
//! ## Example
//!
//! ```yaml
//! # content/regions/normandie.yaml
//! figures:
//!   - {metric: members, value: "600", as_of: 2023, group: parties, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/regions/normandie.yaml
//! figures:
//!   - {metric: members, value: "600", as_of: 2023, group: poles, source: communique}
//! ```

use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::{Federation, FigureGroup};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "figure-group-mismatch",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("groupe que la fiche ne réunit pas", "group that the entry does not have"),
    source: include_str!("figure_group_mismatch.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    // A text may show the figures of anyone.
    for (_, entity) in federation.all().filter(|(_, entity)| !entity.kind().is_text()) {
        let document = &entity.document;
        for (figure, _) in document.record.records("figures") {
            let group = figure.choice("group").and_then(FigureGroup::from_word);
            let Some(group) = group.filter(|group| !suits(*group, document.kind)) else { continue };
            let span = figure.span("group").unwrap_or_default();
            report.push(report.diagnostic(&document.path, span, message(group)).hint(hint(document.kind)));
        }
    }
}

/// Whether entries of a kind bring a group together.
const fn suits(group: FigureGroup, kind: Kind) -> bool {
    match group {
        // Some poles and organisations are networks of poles.
        FigureGroup::Poles => matches!(kind, Kind::Region | Kind::Phase | Kind::Pole | Kind::Organisation),
        FigureGroup::Members => matches!(kind, Kind::Pole | Kind::Organisation),
        FigureGroup::Parties => matches!(kind, Kind::Partnership),
    }
}

fn message(group: FigureGroup) -> Wording {
    match group {
        FigureGroup::Poles => wording!(
            "`poles` est le total des pôles d'une région, d'une phase ou d'un réseau",
            "`poles` is the total of the poles of a region, phase or network",
        ),
        FigureGroup::Members => wording!(
            "`members` est le total des membres d'un pôle, d'un réseau ou d'une autre organisation",
            "`members` is the total of the members of a pole, network or other organisation",
        ),
        FigureGroup::Parties => wording!(
            "`parties` est le total des parties d'un partenariat",
            "`parties` is the total of the parties of a partnership",
        ),
    }
}

fn hint(kind: Kind) -> Wording {
    let group = match kind {
        Kind::Region | Kind::Phase => Some(FigureGroup::Poles),
        Kind::Pole | Kind::Organisation => Some(FigureGroup::Members),
        Kind::Partnership => Some(FigureGroup::Parties),
        _ => None,
    };
    match group.map(FigureGroup::word) {
        Some(word) => wording!(
            "écrivez `{word}`, ou ôtez `group` si le chiffre est celui de la fiche elle-même",
            "write `{word}`, or take `group` out where the figure is that of the entry itself",
        ),
        None => wording!(
            "ôtez `group` : le chiffre est alors celui de la fiche elle-même",
            "take `group` out: the figure is that of the entry itself then",
        ),
    }
}
