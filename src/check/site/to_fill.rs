//! Une page, une actualité, une fiche, `accessibility.toml` ou `eco-design.toml` contient une valeur marquée comme
//! restant à remplir : `[à compléter]`, ou `[à compléter : le nom de l'éditeur]` (en anglais `[to be completed]`).
//! Les marques d'une page et de ses traductions sont relevées en une fois. Les mots sans crochets ne sont pas une
//! marque. Dans `accessibility.toml`, un texte vide en est une.
//!
//! ## Pourquoi
//!
//! Le site peut être préparé avant que tout soit connu, mais un visiteur ne doit pas lire « à compléter » à
//! la place du nom de l'éditeur, que la loi oblige à donner.
//!
//! ## Exemple
//!
//! ```markdown
//! - Directeur de la publication : [à compléter]
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! - Directrice de la publication : Camille Martin
//! ```
//! ---
//! A page, a post, an entry, `accessibility.toml` or `eco-design.toml` holds a value that is marked as still to be
//! filled in: `[to be completed]`, or `[to be completed: the publisher's name]` (in French `[à compléter]`). The marks
//! of a page and of its translations are told at once. The words without brackets are no mark. In
//! `accessibility.toml` an empty text is one.
//!
//! ## Why it matters
//!
//! A site may be made ready before all is known, but visitors must not read "to be completed" in place of
//! the name of the publisher, which the law wants.
//!
//! ## Example
//!
//! ```markdown
//! - Director of publication: [to be completed]
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! - Director of publication: Camille Martin
//! ```

use crate::accessibility;
use crate::diagnostic::{Diagnostic, Severity};
use crate::ecodesign;
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::parse::{Body, Document, Record, Value, each_mark};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::{FilePath, Span, Spanned};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "to-fill",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("valeur à compléter", "value to be completed"),
    source: include_str!("to_fill.rs"),
    run: Run::Federation(run),
};

/// The fault, however many values are left.
const LASTING: &str = "values are still to be completed in this file";

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        let mut found = entity.documents().map(|document| (document, marks(document)));
        let mut found =
            found.by_ref().filter_map(|(document, marks)| Some((document, *marks.first()?, marks.len())));
        let Some((document, span, count)) = found.next() else { continue };
        let mut diagnostic = to_fill(report, &document.path, span, count);
        for (document, span, count) in found {
            diagnostic = diagnostic.label(&document.path, span, words(count));
        }
        report.push(diagnostic);
    }
    tell_declaration(federation, report);
    let in_declaration = &federation.ecodesign.to_fill;
    if let Some(first) = in_declaration.first() {
        report.push(to_fill(report, &FilePath::new(ecodesign::FILE), *first, in_declaration.len()));
    }
}

/// What is left to fill in of the declaration of accessibility, which belongs to France.
fn tell_declaration(federation: &Federation, report: &mut Report<'_>) {
    let texts = federation.accessibility.texts.iter().filter(|_| federation.config.france);
    let is_to_fill = |text: &str| text.trim().is_empty() || each_mark(text).next().is_some();
    let left: Vec<Span> = texts.filter(|text| is_to_fill(&text.value)).map(|text| text.span).collect();
    if let Some(first) = left.first() {
        report.push(to_fill(report, &FilePath::new(accessibility::FILE), *first, left.len()));
    }
}

fn to_fill(report: &Report<'_>, file: &FilePath, span: Span, count: usize) -> Diagnostic {
    let hint = wording!(
        "remplacez chaque marque par sa valeur avant de publier",
        "put its value in place of each mark before you publish",
    );
    report.diagnostic(file, span, words(count)).hint(hint).lasting(LASTING.to_owned())
}

fn words(count: usize) -> Wording {
    if count == 1 {
        return wording!("une valeur reste à compléter ici", "a value is still to be completed here");
    }
    wording!(
        "{count} valeurs restent à compléter dans ce fichier, celle-ci la première",
        "{count} values are still to be completed in this file, this one the first",
    )
}

/// Where the marks of a file stand, in its order.
fn marks(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    in_record(&document.record, &mut found);
    if let Some(body) = &document.body {
        in_text(body, &mut found);
    }
    found
}

fn in_record(record: &Record, found: &mut Vec<Span>) {
    for entry in record.entries() {
        in_value(&entry.value, found);
    }
}

fn in_value(value: &Spanned<Value>, found: &mut Vec<Span>) {
    match &value.value {
        Value::Text(words) if each_mark(words).next().is_some() => found.push(value.span),
        Value::Markdown(body) => in_text(body, found),
        Value::Record(record) => in_record(record, found),
        Value::List(values) => values.iter().for_each(|value| in_value(value, found)),
        _ => {}
    }
}

fn in_text(body: &Body, found: &mut Vec<Span>) {
    found.extend(&body.unfilled);
}
