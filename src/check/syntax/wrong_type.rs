//! Une valeur n'est pas de la sorte que sa clé attend : un texte là où il faut des clés, une date ou une
//! adresse d'une autre forme, un mot qui n'est pas dans la liste des choix. Une clé qui n'a pas sa place
//! dans une traduction est relevée aussi : les faits restent dans l'original. Une valeur seule peut tenir
//! lieu de liste (`regions: bretagne`).
//!
//! ## Pourquoi
//!
//! grappe ne peut ni ranger, ni comparer, ni afficher une valeur mal comprise : elle serait laissée de
//! côté.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Digital Aquitaine
//! founded: 3 novembre 2014
//! listed: oui
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Digital Aquitaine
//! founded: 2014-11-03
//! listed: true
//! ```
//! ---
//! A value is not of the sort that its key wants: a text where keys are needed, a date or an address of
//! another shape, a word that is not among the choices. A key that has no place in a translation is
//! reported too: facts stay in the original. One value alone may stand for a list (`regions: bretagne`).
//!
//! ## Why it matters
//!
//! grappe can neither sort, compare nor show a value that it misunderstands: it would be left aside.
//!
//! ## Example
//!
//! ```yaml
//! name: Digital Aquitaine
//! founded: 3 November 2014
//! listed: yes
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Digital Aquitaine
//! founded: 2014-11-03
//! listed: true
//! ```

use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::parse::{Document, FaultKind, refused_in_site_path};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::{Choice, Type};
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-type",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("valeur d’un autre type", "wrong type"),
    source: include_str!("wrong_type.rs"),
    run: Run::Document(run),
};

/// More characters than a message can hold on one line with the words around.
const LONGEST_SHOWN: usize = 60;

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::WrongType { expected, written } = &fault.kind {
            let diagnostic = report.diagnostic(&document.path, fault.span, message(expected, written));
            report.push(diagnostic.hint_if(suggestion(expected, written)));
        }
        if let Some(message) = misplaced_key(&fault.kind) {
            let hint = wording!("supprimez cette clé d'ici", "remove this key from here");
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}

/// A key in a file where it says nothing.
fn misplaced_key(kind: &FaultKind) -> Option<Wording> {
    Some(match kind {
        FaultKind::UntranslatableKey { key } => wording!(
            "une traduction ne porte pas `{key}` : ce fait est dans la fiche d'origine",
            "a translation does not hold `{key}`: that fact is in the original",
        ),
        FaultKind::TranslationsKey { key } => wording!(
            "`{key}` ne se met que dans une traduction, comme `tes.en.yaml`",
            "`{key}` only goes into a translation, such as `tes.en.yaml`",
        ),
        _ => return None,
    })
}

fn message(expected: &Type, written: &str) -> Wording {
    let shown = shown(written);
    match expected {
        _ if written.trim().is_empty() => wording!("cette valeur est vide", "this value is empty"),
        Type::Boolean if is_truth(written) => wording!(
            "`\"{shown}\"`, entre guillemets, est un texte",
            "`\"{shown}\"`, between quotes, is a text",
        ),
        Type::Path if written.starts_with('/') => path_message(&shown, refused_in_site_path(written)),
        _ => {
            let Wording { french, english } = expectation(expected);
            wording!("`{shown}` n'est pas {french}", "`{shown}` is not {english}")
        }
    }
}

/// The first line of a value, as much of it as a message can hold.
fn shown(written: &str) -> String {
    let line = written.trim().lines().next().unwrap_or("");
    let shown: String = line.chars().take(LONGEST_SHOWN).collect();
    if shown.len() < written.trim().len() { format!("{}…", shown.trim_end()) } else { shown }
}

/// A yes or no that was written as such, and yet was not read as one: it stands between quotes.
fn is_truth(written: &str) -> bool {
    matches!(written, "true" | "false")
}

fn path_message(shown: &str, refused: Option<char>) -> Wording {
    match refused {
        Some(space) if space.is_whitespace() => {
            wording!("l'adresse `{shown}` contient une espace", "the address `{shown}` holds a space",)
        }
        Some(sign) => wording!(
            "l'adresse `{shown}` contient le signe `{sign}`, qui n'y est pas admis",
            "the address `{shown}` holds the sign `{sign}`, which is not allowed there",
        ),
        None if shown == "/" => wording!(
            "`/` est déjà l'adresse de la première page",
            "`/` is the address of the first page already",
        ),
        None => wording!(
            "l'adresse `{shown}` contient une partie vide, `.` ou `..`",
            "the address `{shown}` holds a part that is empty, `.` or `..`",
        ),
    }
}

/// What the table wants, to stand after "is not".
fn expectation(expected: &Type) -> Wording {
    match expected {
        Type::Text | Type::Markdown => wording!("un texte", "a text"),
        Type::Boolean => wording!("`true` ou `false`", "`true` or `false`"),
        Type::Integer(low, high) => {
            wording!("un nombre entier de {low} à {high}", "a whole number from {low} to {high}")
        }
        Type::Code => wording!("un code entre guillemets droits", "a code between straight quotes"),
        Type::Date => wording!(
            "une date comme `2023-03-27`, `2020-06`, `2020` ou `2017-10-03/2018-06-24`",
            "a date like `2023-03-27`, `2020-06`, `2020` or `2017-10-03/2018-06-24`",
        ),
        Type::Quantity => wording!("un nombre", "a number"),
        Type::Url => {
            wording!("une adresse qui commence par `https://`", "an address that begins with `https://`")
        }
        Type::Email => wording!("une adresse électronique", "an electronic address"),
        Type::Path => wording!(
            "une adresse de ce site, qui commence par `/`",
            "an address of this site, which begins with `/`",
        ),
        Type::Slug => wording!(
            "fait de minuscules sans accent, de chiffres et de traits d'union",
            "made of lower-case letters without accents, digits and hyphens",
        ),
        Type::Choice(choices) => {
            let words = words(choices);
            wording!("un de ces mots : {words}", "one of these words: {words}")
        }
        Type::Weight => wording!("un poids comme `45 Mo` ou `1,2 Go`", "a weight like `45 MB` or `1.2 GB`"),
        Type::Duration => {
            wording!("une durée comme `3 min` ou `2 min 30 s`", "a duration like `3 min` or `2 min 30 s`")
        }
        Type::ReferenceOrUrl(_) => wording!(
            "l'identifiant d'une fiche ni une adresse qui commence par `https://`",
            "the id of an entry nor an address that begins with `https://`",
        ),
        Type::Reference(_) | Type::ReferenceOrText(_) | Type::Term(_) => {
            wording!("un identifiant", "an id")
        }
        Type::TermOrShape(_, shape) | Type::Shape(shape) => {
            let keys: Vec<&str> = shape.usual_keys().collect();
            let keys = keys.join(", ");
            wording!("un ensemble de clés : {keys}", "a set of keys: {keys}")
        }
        Type::Several(_) => wording!("une liste", "a list"),
    }
}

fn words(choices: &[Choice]) -> String {
    let words: Vec<String> = choices.iter().map(|choice| format!("`{}`", choice.word)).collect();
    words.join(", ")
}

/// The word that a choice goes by, be it its synonym that was nearly written.
fn nearest_choice(written: &str, choices: &'static [Choice]) -> Option<&'static str> {
    let words = |choice: &'static Choice| std::iter::once(choice.word).chain(choice.synonyms.iter().copied());
    let near = nearest(written, choices.iter().flat_map(words))?;
    choices.iter().find(|choice| words(choice).any(|word| word == near)).map(|choice| choice.word)
}

fn suggestion(expected: &Type, written: &str) -> Option<Wording> {
    if written.trim().is_empty() {
        return Some(wording!("complétez-la, ou supprimez-la", "complete it, or remove it"));
    }
    let near = match expected {
        Type::Choice(choices) => nearest_choice(written, choices)?,
        Type::Boolean if is_truth(written) => {
            return Some(wording!("ôtez les guillemets : `{written}`", "take off the quotes: `{written}`"));
        }
        Type::Boolean => match written.to_lowercase().as_str() {
            "oui" | "yes" | "vrai" | "on" => "true",
            "non" | "no" | "faux" | "off" => "false",
            _ => return None,
        },
        _ => return None,
    };
    Some(wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"))
}
