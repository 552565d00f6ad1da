//! `site-config.toml` ne se lit pas, ou contient une valeur que grappe ne peut pas suivre : adresse sans
//! `https://` ni `http://`, langue, fuseau horaire, couleur ou nom de thème mal écrits, page de liste de
//! moins de 1 ou de plus de 1 000 entrées, mot d'adresse avec un accent ou une majuscule, rubrique ou règle
//! inconnue.
//!
//! ## Pourquoi
//!
//! Le nom du site, son adresse et ses langues sont dans ce fichier : sans lui, aucune page ne peut être
//! faite ni contrôlée.
//!
//! ## Exemple
//!
//! ```toml
//! [site]
//! address = "www.exemple.fr"
//! languages = ["français"]
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [site]
//! address = "https://www.exemple.fr"
//! languages = ["fr", "en"]
//! ```
//! ---
//! `site-config.toml` cannot be read, or holds a value that grappe cannot follow: an address without
//! `https://` or `http://`, a language, time zone, colour or theme's name written wrongly, a list page of
//! fewer than 1 or more than 1,000 entries, a word of an address with an accent or capital, an unknown
//! section or rule.
//!
//! ## Why it matters
//!
//! The site's name, address and languages are in this file: without it, no page can be made or checked.
//!
//! ## Example
//!
//! ```toml
//! [site]
//! address = "www.example.org"
//! languages = ["English"]
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [site]
//! address = "https://www.example.org"
//! languages = ["en", "fr"]
//! ```

use crate::config::{ConfigFault, ConfigFaultKind, ROUTE_NAMES};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::rule::{Report, Rule, Run};
use crate::source::FilePath;
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-config",
    severity: Severity::Error,
    title: both("configuration invalide", "invalid configuration"),
    source: include_str!("invalid_config.rs"),
    run: Run::Config(run),
};

fn run(faults: &[ConfigFault], report: &mut Report<'_>) {
    let file = FilePath::new(crate::config::FILE);
    for fault in faults {
        let message = explain(&fault.kind);
        let diagnostic = report.diagnostic(&file, fault.span, message);
        report.push(diagnostic.hint_if(suggestion(&fault.kind)));
    }
}

fn explain(kind: &ConfigFaultKind) -> Wording {
    match kind {
        ConfigFaultKind::Unreadable(words) => wording!(
            "la configuration ne peut pas être lue (le lecteur dit : {words})",
            "the configuration cannot be read (the reader says: {words})",
        ),
        ConfigFaultKind::Language(tag) => {
            wording!("`{tag}` n'est pas un code de langue", "`{tag}` is not a language tag")
        }
        ConfigFaultKind::NoLanguage => wording!("le site n'a pas de langue", "the site has no language"),
        ConfigFaultKind::Address(text) => {
            wording!("`{text}` n'est pas une adresse de site", "`{text}` is not the address of a site")
        }
        ConfigFaultKind::PageSize => {
            wording!("une page de liste a de 1 à 1 000 entrées", "a page of a list has 1 to 1,000 entries",)
        }
        ConfigFaultKind::Colour(text) => {
            wording!("`{text}` n'est pas une couleur", "`{text}` is not a colour")
        }
        ConfigFaultKind::TimeZone(text) => {
            wording!("`{text}` n'est pas un fuseau horaire", "`{text}` is not a time zone")
        }
        ConfigFaultKind::Theme(text) => {
            wording!("`{text}` n'est pas un nom de thème", "`{text}` is not the name of a theme")
        }
        ConfigFaultKind::UnknownRoute(name) => {
            wording!("il n'y a pas de rubrique `{name}`", "there is no section `{name}`")
        }
        ConfigFaultKind::RouteWord(word) => {
            wording!("`{word}` ne peut pas entrer dans une adresse", "`{word}` cannot be part of an address",)
        }
        ConfigFaultKind::UnknownRule(code) => {
            wording!("il n'y a pas de règle `{code}`", "there is no rule `{code}`")
        }
    }
}

fn suggestion(kind: &ConfigFaultKind) -> Option<Wording> {
    Some(match kind {
        ConfigFaultKind::Language(_) | ConfigFaultKind::NoLanguage => {
            wording!(
                "par exemple `languages = [\"fr\", \"en\"]`",
                "for example `languages = [\"fr\", \"en\"]`"
            )
        }
        ConfigFaultKind::Address(_) => {
            wording!("par exemple `https://www.exemple.fr`", "for example `https://www.example.org`")
        }
        ConfigFaultKind::Colour(_) => wording!("par exemple `#0b5c6b`", "for example `#0b5c6b`"),
        ConfigFaultKind::TimeZone(_) => wording!("par exemple `Europe/Paris`", "for example `Europe/Paris`"),
        ConfigFaultKind::UnknownRoute(name) => {
            let near = nearest(name, ROUTE_NAMES)?;
            wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?")
        }
        ConfigFaultKind::UnknownRule(code) => {
            let near = nearest(code, crate::check::codes())?;
            wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?")
        }
        _ => return None,
    })
}
