//! `eco-design.toml`, ce que l'éditeur déclare de l'écoconception du site, ne se lit pas ou contient une valeur
//! que grappe ne peut pas suivre : clé ou critère inconnu, date ou durée mal écrite, adresse sans `https://`,
//! mots pour une langue que le site n'a pas, chiffre impossible, fait sans source, critère validé sans un mot
//! d'explication. Il en va de même de `host-verification.toml`, écrit par grappe.
//!
//! ## Pourquoi
//!
//! La déclaration engage l'éditeur : rien n'y est validé sans avoir été mesuré, ou expliqué et daté par lui.
//!
//! ## Exemple
//!
//! ```toml
//! [criteria."8.11"]
//! state = "validated"
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [criteria."8.9"]
//! state = "validated"
//! text = "Une copie en ligne, et une sauvegarde par jour gardée une semaine."
//! ```
//! ---
//! `eco-design.toml`, what the publisher declares of the site's ecodesign, cannot be read or holds a value that
//! grappe cannot follow: an unknown key or criterion, a date or lapse written wrongly, an address without
//! `https://`, words for a language that the site does not have, a figure that cannot be, a fact without a
//! source, a criterion validated without a word on why. The same goes for `host-verification.toml`, which
//! grappe writes.
//!
//! ## Why it matters
//!
//! The statement binds the publisher: nothing in it is validated that was not measured, or explained and dated.
//!
//! ## Example
//!
//! ```toml
//! [criteria."8.11"]
//! state = "validated"
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [criteria."8.9"]
//! state = "validated"
//! text = "One copy online, and a backup a day, kept for a week."
//! ```

use super::{asked, named};
use crate::check::toml_slips;
use crate::diagnostic::Severity;
use crate::ecodesign::{self, CRITERIA, EcodesignFaultKind};
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-ecodesign",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("déclaration d’écoconception invalide", "invalid ecodesign statement"),
    source: include_str!("invalid_ecodesign.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let ecodesign = &federation.ecodesign;
    let declared = ecodesign.faults.iter().map(|fault| (ecodesign::FILE, fault));
    let verified = ecodesign.verification_fault.iter().map(|fault| (ecodesign::VERIFICATION_FILE, fault));
    for (file, fault) in declared.chain(verified).filter(|(_, fault)| !fault.kind.is_contradiction()) {
        let diagnostic = report.diagnostic(&FilePath::new(file), fault.span, message(&fault.kind));
        report.push(diagnostic.hint_if(hint(&fault.kind)));
    }
}

fn message(kind: &EcodesignFaultKind) -> Wording {
    match kind {
        EcodesignFaultKind::Unreadable(slip) => toml_slips::message(slip),
        EcodesignFaultKind::NotUtf8 => {
            wording!("la déclaration n'est pas en UTF-8", "the statement is not in UTF-8")
        }
        EcodesignFaultKind::UnknownCriterion(number) => {
            wording!("le RGESN n'a pas de critère `{number}`", "the RGESN has no criterion `{number}`")
        }
        EcodesignFaultKind::Date(text) => wording!("`{text}` n'est pas une date", "`{text}` is not a date"),
        EcodesignFaultKind::Period(text) => {
            wording!("`{text}` n'est pas une durée", "`{text}` is not a lapse of time")
        }
        EcodesignFaultKind::Address(text) => {
            wording!("`{text}` n'est pas l'adresse d'une page", "`{text}` is not the address of a page")
        }
        EcodesignFaultKind::ForeignLanguage { tag, .. } => {
            wording!("le site n'a pas la langue `{tag}`", "the site does not have the language `{tag}`")
        }
        EcodesignFaultKind::Figure => {
            wording!("cette valeur n'est pas possible", "this value is not possible")
        }
        EcodesignFaultKind::NoFigure => {
            wording!("ce fait n'a pas de chiffre", "this fact has no figure")
        }
        EcodesignFaultKind::NoSource => {
            wording!("rien ne dit d'où vient ce fait", "nothing says where this fact comes from")
        }
        EcodesignFaultKind::NoWords(number) => {
            let Wording { french, english } = named(number);
            wording!("{french} est décidé sans un mot", "{english} is decided without a word")
        }
        // Told by `contradictory-ecodesign`.
        EcodesignFaultKind::OfBuild(number) | EcodesignFaultKind::AgainstFacts(number) => named(number),
    }
}

fn hint(kind: &EcodesignFaultKind) -> Option<Wording> {
    Some(match kind {
        EcodesignFaultKind::Unreadable(slip) => toml_slips::hint(slip),
        EcodesignFaultKind::NotUtf8 => wording!(
            "enregistrez le fichier en UTF-8 : les éditeurs le proposent au moment d'enregistrer",
            "save the file as UTF-8: editors offer it when saving",
        ),
        EcodesignFaultKind::UnknownCriterion(number) => match nearest_criterion(number) {
            Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
            None => wording!("les critères vont de `1.1` à `9.7`", "criteria go from `1.1` to `9.7`"),
        },
        EcodesignFaultKind::Date(_) => {
            wording!(
                "par exemple `2026-11-21`, ou un mois entre guillemets : `\"2026-11\"`",
                "for example `2026-11-21`, or a month between quotes: `\"2026-11\"`",
            )
        }
        EcodesignFaultKind::Period(_) => {
            wording!(
                "par exemple `\"6 months\"` ou `\"1 year\"`",
                "for example `\"6 months\"` or `\"1 year\"`"
            )
        }
        EcodesignFaultKind::Address(_) => wording!(
            "elle commence par `https://`, `http://` ou `/`",
            "it begins with `https://`, `http://` or `/`",
        ),
        EcodesignFaultKind::ForeignLanguage { tag, languages } => or_list(tag, languages),
        EcodesignFaultKind::Figure => wording!(
            "un PUE est d'au moins 1, une part de 0 à 100",
            "a PUE is 1 or more, a share from 0 to 100",
        ),
        EcodesignFaultKind::NoFigure => {
            wording!("ajoutez par exemple `value = 1.2`", "add for example `value = 1.2`")
        }
        EcodesignFaultKind::NoSource => wording!(
            "ajoutez `url = \"https://…\"`, ou `text` qui le dit",
            "add `url = \"https://…\"`, or `text` that says so",
        ),
        EcodesignFaultKind::NoWords(number) => {
            let Wording { french, english } = asked(number)?;
            wording!("dites dans `text` : {french}", "say in `text`: {english}")
        }
        EcodesignFaultKind::OfBuild(_) | EcodesignFaultKind::AgainstFacts(_) => return None,
    })
}

/// The nearest number of the same theme, or else of any.
fn nearest_criterion(written: &str) -> Option<&'static str> {
    let numbers = CRITERIA.map(|criterion| criterion.number);
    let theme = written.split(['.', ',']).next().unwrap_or("");
    let is_of_theme = |number: &&str| number.split('.').next() == Some(theme);
    nearest(written, numbers.into_iter().filter(is_of_theme)).or_else(|| nearest(written, numbers))
}

fn or_list(written: &str, allowed: &[String]) -> Wording {
    if let Some(near) = nearest(written, allowed.iter().map(String::as_str)) {
        return wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?");
    }
    let allowed: Vec<String> = allowed.iter().map(|it| format!("`{it}`")).collect();
    let allowed = allowed.join(", ");
    wording!("au choix : {allowed}", "one of: {allowed}")
}
