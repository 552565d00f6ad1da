//! `accessibility.toml`, la déclaration d'accessibilité et son audit, ne se lit pas ou contient une valeur
//! que grappe ne peut pas suivre : critère qui n'existe pas ou qui y est deux fois, verdict, date, taux ou
//! état mal écrits, page de l'échantillon ou page de contact qui n'est pas sur le site, mots pour une langue
//! que le site n'a pas, schéma de plus de trois ans.
//!
//! ## Pourquoi
//!
//! La déclaration d'accessibilité engage qui la publie, et son mot est au pied de chaque page. Ce qu'un tel
//! fichier voulait dire ne se devine pas.
//!
//! ## Exemple
//!
//! ```toml
//! [audit]
//! date = "2026-11-02"
//!
//! [audit.criteria]
//! 6.3 = "conforme"
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [audit]
//! date = "2026-11-02"
//!
//! [audit.criteria]
//! 6.2 = "conform"
//! ```
//! ---
//! `accessibility.toml`, the accessibility statement and its audit, cannot be read, or holds a value that
//! grappe cannot follow: a criterion that does not exist or is there twice, a verdict, date, rate or state
//! written wrongly, a page of the sample or a contact page that is not on the site, words for a language
//! that the site does not have, a scheme of more than three years.
//!
//! ## Why it matters
//!
//! The accessibility statement binds whoever publishes it, and its word stands at the foot of every page.
//! What such a file was meant to say cannot be guessed.
//!
//! ## Example
//!
//! ```toml
//! [audit]
//! date = "2026-11-02"
//!
//! [audit.criteria]
//! 6.3 = "conforme"
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [audit]
//! date = "2026-11-02"
//!
//! [audit.criteria]
//! 6.2 = "conform"
//! ```

use super::file;
use crate::accessibility::criteria::{THEMES, criteria};
use crate::accessibility::{AccessibilityFault, AccessibilityFaultKind, Number, Wanted};
use crate::check::toml_slips;
use crate::date::{Date, DateError};
use crate::diagnostic::Severity;
use crate::locale::{Locale, Wording, both};
use crate::model::Federation;
use crate::plan::{Address, Output, Plan};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::suggestion::nearest;
use crate::toml_slip::TomlSlip;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-accessibility-audit",
    severity: Severity::Error,
    pack: Pack::France,
    title: both("audit d’accessibilité illisible", "invalid accessibility audit"),
    source: include_str!("invalid_accessibility_audit.rs"),
    run: Run::Plan(run),
};

fn run(federation: &Federation, plan: &Plan, report: &mut Report<'_>) {
    for fault in &federation.accessibility.faults {
        let diagnostic = report.diagnostic(&file(), fault.span, message(&fault.kind)).hint(hint(&fault.kind));
        report.push(match first_place(fault) {
            Some(first) => diagnostic.label(&file(), first, wording!("la première fois", "the first time")),
            None => diagnostic,
        });
    }
    tell_pages(federation, plan, report);
    tell_contact(federation, report);
}

const fn first_place(fault: &AccessibilityFault) -> Option<Span> {
    match &fault.kind {
        AccessibilityFaultKind::Twice { first, .. } => Some(*first),
        _ => None,
    }
}

fn message(kind: &AccessibilityFaultKind) -> Wording {
    match kind {
        AccessibilityFaultKind::Unreadable(slip) => toml_slips::message(slip),
        AccessibilityFaultKind::NotUtf8 => {
            wording!("le fichier n'est pas en UTF-8", "the file is not in UTF-8")
        }
        AccessibilityFaultKind::Not { text, wanted: Wanted::Date } => match Date::parse(text).err() {
            Some(DateError::Impossible | DateError::Hour) => {
                wording!("`{text}` n'est pas dans le calendrier", "`{text}` is not in the calendar")
            }
            Some(DateError::Reversed) => wording!(
                "l'intervalle `{text}` finit avant de commencer",
                "the interval `{text}` ends before it starts"
            ),
            _ => wording!("`{text}` n'est pas une date", "`{text}` is not a date"),
        },
        AccessibilityFaultKind::Not { text, wanted: Wanted::Criterion } => {
            wording!("il n'y a pas de critère `{text}`", "there is no criterion `{text}`")
        }
        AccessibilityFaultKind::Not { text, wanted: Wanted::Percentage } => {
            wording!("`{text}` n'est pas un taux", "`{text}` is not a rate")
        }
        AccessibilityFaultKind::Not { text, wanted: Wanted::Word(_) } => {
            toml_slips::message(&TomlSlip::UnknownWord(text.clone(), Vec::new()))
        }
        AccessibilityFaultKind::Twice { number, .. } => {
            wording!("le critère {number} a déjà un verdict", "criterion {number} has a verdict already")
        }
        AccessibilityFaultKind::ForeignLanguage { tag, .. } => {
            wording!("le site n'a pas la langue `{tag}`", "the site does not have the language `{tag}`")
        }
        AccessibilityFaultKind::SchemeYears => wording!(
            "un schéma pluriannuel couvre de une à trois années qui se suivent",
            "a multi-year scheme covers one to three years, one after another",
        ),
        AccessibilityFaultKind::Url(text) => {
            wording!("`{text}` n'est pas une adresse", "`{text}` is not an address")
        }
    }
}

fn hint(kind: &AccessibilityFaultKind) -> Wording {
    match kind {
        AccessibilityFaultKind::Unreadable(slip) => toml_slips::hint(slip),
        AccessibilityFaultKind::NotUtf8 => wording!(
            "enregistrez le fichier en UTF-8 : les éditeurs le proposent au moment d'enregistrer",
            "save the file as UTF-8: editors offer it when saving",
        ),
        AccessibilityFaultKind::Not { wanted: Wanted::Date, .. } => {
            wording!("écrivez la date comme `2026-11-21`", "write the date like `2026-11-21`")
        }
        AccessibilityFaultKind::Not { text, wanted: Wanted::Criterion } => criteria_hint(text),
        AccessibilityFaultKind::Not { wanted: Wanted::Percentage, .. } => wording!(
            "écrivez un nombre de 0 à 100, par exemple `72.5`",
            "write a number from 0 to 100, for example `72.5`",
        ),
        AccessibilityFaultKind::Not { text, wanted: Wanted::Word(words) } => {
            one_of(text, words.iter().copied())
        }
        AccessibilityFaultKind::Twice { .. } => {
            wording!("gardez un seul des deux verdicts", "keep one of the two verdicts")
        }
        AccessibilityFaultKind::ForeignLanguage { tag, languages } => {
            one_of(tag, languages.iter().map(String::as_str))
        }
        AccessibilityFaultKind::SchemeYears => {
            wording!("par exemple `years = [2026, 2027, 2028]`", "for example `years = [2026, 2027, 2028]`")
        }
        AccessibilityFaultKind::Url(_) => wording!(
            "elle commence par `https://`, ou par `/` sur ce site",
            "it begins with `https://`, or with `/` on this site",
        ),
    }
}

fn one_of<'a>(written: &str, words: impl Iterator<Item = &'a str>) -> Wording {
    toml_slips::hint(&TomlSlip::UnknownWord(written.to_owned(), words.map(str::to_owned).collect()))
}

/// The criteria of the theme that was meant, or the number that was.
fn criteria_hint(written: &str) -> Wording {
    let number = Number::parse(written);
    let theme = number.map(|number| number.theme);
    if let Some(theme) = THEMES.iter().find(|it| Some(it.number) == theme)
        && let Some(last) = theme.criteria().last()
    {
        let (number, last) = (theme.number, last.number);
        let (french, english) = (theme.name.get(Locale::French), theme.name.get(Locale::English));
        return wording!(
            "la thématique {number}, « {french} », va de {number}.1 à {last}",
            "theme {number}, “{english}”, goes from {number}.1 to {last}",
        );
    }
    let numbers: Vec<String> = criteria().iter().map(|criterion| criterion.number.to_string()).collect();
    // A number far from all is near to several.
    let near = || nearest(written, numbers.iter().map(String::as_str));
    match number.map_or_else(near, |_| None) {
        Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
        None => wording!("les critères vont de 1.1 à 13.12", "criteria go from 1.1 to 13.12"),
    }
}

/// The sample is of pages that the site has, on whatever day.
fn tell_pages(federation: &Federation, plan: &Plan, report: &mut Report<'_>) {
    let pages = federation.accessibility.declaration.audit.iter().flat_map(|audit| &audit.pages);
    let mut lasting = None;
    for page in pages {
        let written = page.address.get_ref();
        let address = Address::new(written);
        let is_page = plan.route(&address).map(|route| matches!(route.output, Output::Page(..)));
        let lasting = lasting.get_or_insert_with(|| plan.lasting_addresses(federation));
        if is_page.unwrap_or_else(|| lasting.contains(&address) || federation.may_have_address(address.end()))
        {
            continue;
        }
        let span = Span::new(page.address.span().start, page.address.span().end);
        let message = wording!("ce site n'a pas de page `{written}`", "this site has no page `{written}`");
        let pages = lasting.iter().map(Address::as_str).filter(|address| address.ends_with('/'));
        let hint = match report.nearest_path(written, pages) {
            Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
            None => wording!(
                "donnez l'adresse d'une page du site, depuis la première barre : `/contact/`",
                "give the address of a page of the site, from its first slash: `/contact/`",
            ),
        };
        report.push(report.diagnostic(&file(), span, message).hint(hint));
    }
}

fn tell_contact(federation: &Federation, report: &mut Report<'_>) {
    let Some(page) = &federation.accessibility.declaration.contact.page else { return };
    let id = page.get_ref();
    if id.trim().is_empty() || federation.find(id).is_some() || federation.may_have(id) {
        return;
    }
    let span = Span::new(page.span().start, page.span().end);
    let message = wording!("il n'y a pas de page `{id}`", "there is no page `{id}`");
    let hint = match report.nearest(id, federation.ids()) {
        Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
        None => wording!(
            "donnez l'identifiant d'une page : le nom de son fichier sans sa terminaison",
            "give the id of a page: the name of its file without its ending",
        ),
    };
    report.push(report.diagnostic(&file(), span, message).hint(hint));
}
