//! Une fiche ou un en-tête n'est pas du YAML que grappe sache lire : le plus souvent un deux-points suivi
//! d'une espace dans un texte sans guillemets, un retrait inégal, un crochet ou un guillemet non fermé.
//! Sont refusés aussi une valeur sans guillemets qui commence par `&`, `*` ou `!`, une seconde fiche après
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
//! value that begins with `&`, `*` or `!`, a second entry after `---`, a key that is not a word, and more than
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
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-yaml",
    severity: Severity::Error,
    pack: Pack::Core,
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
            grammar_hint(words),
        ),
        YamlError::Tag => (
            wording!(
                "une valeur sans guillemets ne commence pas par `!`",
                "a value without quotes does not begin with `!`",
            ),
            wording!("mettez le texte entre guillemets droits", "put the text between straight quotes"),
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

/// What most likely made the reader stop, told from its own words.
fn grammar_hint(words: &str) -> Wording {
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    if says(&["tab cannot", "tabs disallowed", "with a tab", "found a tab"]) {
        return wording!(
            "remplacez la tabulation du début de la ligne par des espaces",
            "put spaces in place of the tab at the start of the line",
        );
    }
    if says(&["trailing content after single-quoted"]) {
        return wording!(
            "entre apostrophes, une apostrophe s'écrit deux fois (`'L''été'`) ; ou mettez le texte entre guillemets droits : `\"L'été\"`",
            "between apostrophes, an apostrophe is written twice (`'It''s'`); or put the text between straight quotes: `\"It's\"`",
        );
    }
    if says(&["trailing content after double-quoted"]) {
        return wording!(
            "rien ne suit le guillemet fermant ; dans le texte, un guillemet droit s'écrit `\\\"`",
            "nothing follows the closing quote; within the text, a straight quote is written `\\\"`",
        );
    }
    if says(&["unclosed quote", "quoted scalar"]) {
        return wording!(
            "un guillemet ouvert plus haut n'est pas fermé : fermez-le à la fin du texte",
            "a quote opened above is not closed: close it at the end of the text",
        );
    }
    if says(&["bracket", "flow", "illegal placement of ':'"]) {
        return wording!(
            "un crochet ou une accolade ouverts ici ou plus haut ne sont pas fermés, ou il manque une virgule",
            "a bracket or a brace opened here or above is not closed, or a comma is missing",
        );
    }
    if let Some(character) = unexpected_character(words) {
        return character_hint(character);
    }
    wording!(
        "vérifiez le retrait et les deux-points ; un texte qui contient `: ` ou ` #` s'écrit entre guillemets droits",
        "check the indentation and the colons; a text with `: ` or ` #` in it goes between straight quotes",
    )
}

/// The character that the reader did not expect, as it writes it.
fn unexpected_character(words: &str) -> Option<&str> {
    words.strip_prefix("unexpected character: `")?.strip_suffix('\'')
}

fn character_hint(character: &str) -> Wording {
    if character.starts_with("\\u{") {
        return wording!(
            "supprimez ce caractère invisible : il vient souvent d'un copier-coller",
            "remove this invisible character: it often comes from a paste",
        );
    }
    wording!(
        "une valeur ne commence pas par `{character}` : mettez le texte entre guillemets droits",
        "a value does not begin with `{character}`: put the text between straight quotes",
    )
}
