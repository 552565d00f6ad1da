//! Le thème ne peut pas servir : son fichier `theme.toml` n'existe pas ou ne se lit pas, un fichier de
//! libellés ne se lit pas, un gabarit contient une faute, une couleur manque ou se lit mal sur son fond,
//! ou des thèmes s'étendent l'un l'autre sans fin (huit au plus peuvent se suivre). Cette règle s'adresse à la personne qui tient le thème ; le contenu
//! n'y est pour rien.
//!
//! ## Pourquoi
//!
//! Toutes les pages passent par les gabarits du thème : une faute dans l'un d'eux empêche de faire celles
//! qui s'en servent.
//!
//! ## Exemple
//!
//! ```toml
//! # themes/regional/theme.toml
//! extends = "sobr"
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! # themes/regional/theme.toml
//! extends = "sobre"
//! ```
//! ---
//! The theme cannot serve: its file `theme.toml` is not there or cannot be read, a file of labels cannot be
//! read, a template has a fault, a colour is missing or hard to read on its ground, or themes extend each
//! other without end (eight at most may follow one another). This rule speaks to whoever keeps the theme; the content is not at fault.
//!
//! ## Why it matters
//!
//! Every page goes through the templates of the theme: a fault in one of them prevents the pages that use
//! it from being made.
//!
//! ## Example
//!
//! ```toml
//! # themes/regional/theme.toml
//! extends = "sobr"
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! # themes/regional/theme.toml
//! extends = "sobre"
//! ```

use crate::check::{contrasts, toml_slips};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::rule::{Pack, Report, Rule, Run};
use crate::theme::{ThemeFault, ThemeFaultKind, Token};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-theme",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("thème invalide", "invalid theme"),
    source: include_str!("invalid_theme.rs"),
    run: Run::Theme(run),
};

fn run(faults: &[ThemeFault], report: &mut Report<'_>) {
    for fault in faults {
        let message = match &fault.kind {
            ThemeFaultKind::MissingLabel { .. }
            | ThemeFaultKind::FaintAccent(_)
            | ThemeFaultKind::ColourOnlyLinks { .. }
            | ThemeFaultKind::RemovedOutline { .. } => continue,
            ThemeFaultKind::NotUtf8 => {
                wording!("ce fichier du thème n'est pas en UTF-8", "this file of the theme is not in UTF-8")
            }
            ThemeFaultKind::Missing { name, .. } => {
                wording!("le thème `{name}` n'existe pas", "the theme `{name}` does not exist")
            }
            ThemeFaultKind::Circular => wording!(
                "ces thèmes s'étendent sans fin, ou sont plus de huit à se suivre",
                "these themes extend each other without end, or more than eight in a row",
            ),
            ThemeFaultKind::Unreadable(slip) => toml_slips::message(slip),
            ThemeFaultKind::Template(words) => wording!(
                "ce gabarit du thème est fautif (le moteur dit : {words})",
                "this template of the theme is at fault (the engine says: {words})",
            ),
            ThemeFaultKind::Colour(text) => {
                wording!("`{text}` n'est pas une couleur", "`{text}` is not a colour")
            }
            ThemeFaultKind::MissingColours { scheme, tokens } => {
                let (scheme, tokens) = (scheme.name(), names(tokens));
                wording!("il manque {tokens} à `[colours.{scheme}]`", "`[colours.{scheme}]` lacks {tokens}")
            }
            ThemeFaultKind::FaintColour(faint) => {
                contrasts::message(faint, &format!("`{}` (`{}`)", faint.token.name(), faint.colour))
            }
        };
        let diagnostic = report.diagnostic(&fault.file, fault.span, message);
        report.push(diagnostic.hint_if(suggestion(&fault.kind)));
    }
}

fn suggestion(kind: &ThemeFaultKind) -> Option<Wording> {
    Some(match kind {
        ThemeFaultKind::Missing { near: Some(near), .. } => {
            wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?")
        }
        ThemeFaultKind::Missing { name, near: None } => wording!(
            "un thème est un dossier qui contient `theme.toml` : `themes/{name}/theme.toml`",
            "a theme is a folder with a `theme.toml`: `themes/{name}/theme.toml`",
        ),
        ThemeFaultKind::NotUtf8 => wording!("enregistrez-le en UTF-8", "save it as UTF-8"),
        ThemeFaultKind::Unreadable(slip) => toml_slips::hint(slip),
        ThemeFaultKind::Colour(_) => wording!("par exemple `#0b5c6b`", "for example `#0b5c6b`"),
        ThemeFaultKind::MissingColours { .. } => wording!(
            "un thème a les six couleurs en clair et en sombre, ou les hérite de celui qu'il étend",
            "a theme has the six colours in light and in dark, or those of the theme that it extends",
        ),
        ThemeFaultKind::FaintColour(faint) => {
            contrasts::hint(&format!("{} = \"{}\"", faint.token.name(), faint.nearest?))
        }
        _ => return None,
    })
}

fn names(tokens: &[Token]) -> String {
    let names: Vec<String> = tokens.iter().map(|token| format!("`{}`", token.name())).collect();
    names.join(", ")
}
