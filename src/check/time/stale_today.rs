//! Une page ou une fiche dit « aujourd'hui », « à ce jour » ou « actuellement » d'un texte vieux de plus d'un
//! an, selon `updated` ou `written` ; ou le dit d'un chiffre sans que le texte soit daté. La règle se tait dans
//! les actualités, qui ont leur date, dans les citations, et quand la phrase donne son jour.
//!
//! ## Pourquoi
//!
//! Le lecteur croit lire l'état du jour : il lit celui d'un jour qu'il ne connaît pas.
//!
//! ## Exemple
//!
//! ```markdown
//! Le pôle compte aujourd'hui 120 adhérents.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Le pôle compte 120 adhérents au 31 décembre 2025.
//! ```
//! ---
//! A page or a profile says “aujourd'hui” (today), “à ce jour” (to date) or “actuellement” (at present) in a
//! text more than a year old, by `updated` or `written`; or says it of a figure in a text without a date. The
//! rule is silent in posts, which have their date, in quotations, and where the sentence gives its day. It
//! reads French alone.
//!
//! ## Why it matters
//!
//! Readers take it for the state of the day: it is that of a day which they do not know.
//!
//! ## Example
//!
//! ```markdown
//! Le pôle compte aujourd'hui 120 adhérents.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! Le pôle compte 120 adhérents au 31 décembre 2025.
//! ```

use crate::date::{Date, Day, day_words};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::locale::{Wording, both};
use crate::model::{Entity, Federation};
use crate::parse::Claim;
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

use crate::check::statements::{Stated, each_in_french, lasts};

/// How many days « aujourd'hui » holds.
const SHELF_LIFE: i64 = 365;

pub(in crate::check) static RULE: Rule = Rule {
    code: "stale-today",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("« aujourd’hui » sans jour", "“today” without a day"),
    source: include_str!("stale_today.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for Stated { entity, document, statement } in each_in_french(federation) {
        let Claim::Now { has_figure } = statement.claim else { continue };
        if !lasts(entity.kind()) {
            continue;
        }
        let message = match written(entity) {
            Some(date) if is_old(date, federation.today()) => of_old_text(&statement.words, date),
            None if has_figure => of_undated_text(&statement.words, entity.kind()),
            _ => continue,
        };
        let key = key(entity.kind());
        let hint = wording!(
            "dites de quel jour il s'agit, ou relisez le texte et mettez `{key}` à jour",
            "say which day is meant, or read the text again and set `{key}`",
        );
        report.push(report.diagnostic(&document.path, statement.span, message).hint(hint));
    }
}

fn key(kind: Kind) -> &'static str {
    if kind == Kind::Page { "updated" } else { "written" }
}

fn written(entity: &Entity) -> Option<Date> {
    entity.document.record.date(key(entity.kind()))
}

fn is_old(date: Date, today: Day) -> bool {
    today.duration_since(date.last).as_hours() / 24 > SHELF_LIFE
}

fn of_old_text(words: &str, date: Date) -> Wording {
    let (french, english) = (day_words(date.last, &Language::french()), date.last.strftime("%-d %B %Y"));
    wording!("« {words} » : ce texte date du {french}", "“{words}”: this text is of {english}")
}

fn of_undated_text(words: &str, kind: Kind) -> Wording {
    if kind == Kind::Page {
        return wording!(
            "« {words} » : rien ne dit de quel jour est ce chiffre de la page",
            "“{words}”: nothing says of which day this figure of the page is",
        );
    }
    wording!(
        "« {words} » : rien ne dit de quel jour est ce chiffre de la fiche",
        "“{words}”: nothing says of which day this figure of the profile is",
    )
}
