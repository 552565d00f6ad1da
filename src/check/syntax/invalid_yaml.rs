//! Une fiche ou un en-tête n'est pas du YAML que grappe sache lire : le plus souvent un deux-points suivi
//! d'une espace dans un texte sans guillemets, un retrait inégal, un crochet ou un guillemet non fermé.
//! Sont refusés aussi une valeur sans guillemets qui commence par `&` ou `*`, une seconde fiche après
//! `---`, une clé qui n'est pas un mot et plus de 64 niveaux imbriqués.
//!
//! ## Pourquoi
//!
//! Aucune clé n'est lue, pas même celles qui précèdent la faute. Seule la première faute est montrée : une
//! autre peut apparaître quand celle-ci est corrigée.
//!
//! ## Exemple
//!
//! ```yaml
//! summary: ENTER : un label de deux ans, prolongeable à quatre
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! summary: "ENTER : un label de deux ans, prolongeable à quatre"
//! ```
//! ---
//! An entry or a front matter is not YAML that grappe can read: most often a colon followed by a space in a
//! text without quotes, an uneven indentation, a bracket or quote left open. Also refused: an unquoted
//! value that begins with `&` or `*`, a second entry after `---`, a key that is not a word, and more than
//! 64 nested levels.
//!
//! ## Why it matters
//!
//! No key is read, not even those before the fault. Only the first fault is shown: another may appear once
//! this one is mended.
//!
//! ## Example
//!
//! ```yaml
//! summary: ENTER: a label for two years, which may be extended to four
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! summary: "ENTER: a label for two years, which may be extended to four"
//! ```

use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::parse::YamlError;
use crate::parse::{Document, FaultKind};
use crate::rule::{Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-yaml",
    severity: Severity::Error,
    title: both("YAML illisible", "invalid YAML"),
    source: include_str!("invalid_yaml.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::InvalidYaml(error) = &fault.kind {
            let (message, hint) = explain(error);
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}

fn explain(error: &YamlError) -> (Wording, Wording) {
    match error {
        YamlError::Grammar(words) => (
            wording!(
                "la fiche ne peut pas être lue à partir d'ici (le lecteur dit : {words})",
                "the entry cannot be read from here on (the reader says: {words})",
            ),
            wording!(
                "vérifiez le retrait et les deux-points ; un texte qui contient `: ` ou ` #` s'écrit entre guillemets droits",
                "check the indentation and the colons; a text with `: ` or ` #` in it goes between straight quotes",
            ),
        ),
        YamlError::Alias => (
            wording!(
                "les ancres `&` et les renvois `*` ne sont pas admis",
                "anchors `&` and aliases `*` are not allowed",
            ),
            wording!("mettez le texte entre guillemets droits", "put the text between straight quotes"),
        ),
        YamlError::SecondDocument => (
            wording!(
                "une seconde fiche commence ici, après `---`",
                "a second entry begins here, after `---`"
            ),
            wording!("faites-en un fichier à part", "make it a file of its own"),
        ),
        YamlError::TooDeep => (
            wording!("trop de niveaux imbriqués", "too many nested levels"),
            wording!("reprenez la forme d'une fiche voisine", "follow the shape of another entry"),
        ),
        YamlError::ComplexKey => (
            wording!("une clé doit être un mot", "a key must be a word"),
            wording!("reprenez la forme d'une fiche voisine", "follow the shape of another entry"),
        ),
    }
}
