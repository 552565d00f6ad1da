//! Une actualité ou une publication montre, sans choisir de date, un chiffre dont la fiche a plusieurs dates :
//! la valeur que l'on y lit est plus récente que le texte, et celle que l'on connaissait alors est dans la
//! fiche. Un message par texte et par indicateur. Les pages et les fiches, elles, sont tenues à jour : elles
//! montrent à bon droit la valeur la plus récente.
//!
//! ## Pourquoi
//!
//! Le texte raconte un jour ; une valeur ajoutée depuis à la fiche change sa phrase sans que personne ne le
//! voie.
//!
//! ## Exemple
//!
//! Dans une actualité du 27 mars 2023 :
//!
//! ```markdown
//! La phase V compte {{figure: phase-v/poles-labelled}} pôles.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! La phase V compte {{figure: phase-v/poles-labelled as_of=2023-03-27}} pôles.
//! ```
//! ---
//! A post or a publication shows, without choosing a date, a figure of which the entry has several dates: the
//! value read there is more recent than the text, and the one known at the time is in the entry. One message a
//! text and metric. Pages and profiles are kept up to date: they rightly show the latest value.
//!
//! ## Why it matters
//!
//! The text tells of a day; a value added to the entry since then changes its sentence, and nobody sees it.
//!
//! ## Example
//!
//! In a post of 27 March 2023:
//!
//! ```markdown
//! Phase V has {{figure: phase-v/poles-labelled}} poles.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! Phase V has {{figure: phase-v/poles-labelled as_of=2023-03-27}} poles.
//! ```

use std::collections::BTreeSet;

use crate::check::figures::{Shown, differ, words};
use crate::date::Date;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Entity, Federation, Figure};
use crate::parse::Document;
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "figure-series",
    severity: Severity::Information,
    pack: Pack::Core,
    title: both("valeur plus récente que le texte", "value later than the text"),
    source: include_str!("figure_series.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        let Some(date) = date(entity) else { continue };
        for document in entity.documents() {
            look_into(federation, document, date, report);
        }
    }
}

/// The day that a text tells of; nothing for one that is kept up to date.
fn date(entity: &Entity) -> Option<Date> {
    matches!(entity.kind(), Kind::Post | Kind::Publication).then(|| entity.document.record.date("date"))?
}

fn look_into(federation: &Federation, document: &Document, date: Date, report: &mut Report<'_>) {
    let mut told = BTreeSet::new();
    for shown in Shown::all(federation, document).filter(|shown| !shown.names_date()) {
        let eligible = federation.eligible(shown.metric, shown.chosen());
        // Where several may stand there, `ambiguous-figure` tells it.
        let Some(latest) = eligible.last().filter(|_| !differ(&eligible)) else { continue };
        let Some(then) = known_then(&shown, latest, date) else { continue };
        if !told.insert((shown.entity.id(), shown.metric)) {
            continue;
        }
        let (now, before) = (words(federation, latest), words(federation, then));
        let (now_of, then_of) = (latest.as_of.machine(), then.as_of.machine());
        let message = wording!(
            "ce texte montre `{now}`, valeur de {now_of} : elle est plus récente que lui",
            "this text shows `{now}`, a value of {now_of}: it is more recent than the text",
        );
        let hint = wording!(
            "pour montrer celle que l'on connaissait alors, `{before}`, ajoutez `as_of={then_of}`",
            "to show the one known at the time, `{before}`, add `as_of={then_of}`",
        );
        let diagnostic = report.diagnostic(&document.path, shown.span, message).hint(hint);
        let label = wording!("la valeur montrée", "the value shown");
        report.push(diagnostic.label(&shown.entity.document.path, latest.span, label));
    }
}

/// The figure of the same series that a text of a date would have shown; nothing where it shows no
/// later one.
fn known_then<'a>(shown: &Shown<'a>, latest: &Figure, date: Date) -> Option<&'a Figure> {
    let is_later = latest.as_of.first > date.last;
    let series = shown.chosen().filter(|figure| figure.standing() == latest.standing());
    series.filter(|figure| is_later && figure.as_of.last <= date.last).max_by_key(|figure| figure.as_of.last)
}
