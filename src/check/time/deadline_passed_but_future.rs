//! Un texte parle au futur d'un jour passé : « aura lieu le… », « est attendu pour… », « déposez votre
//! dossier avant le… ». Une actualité est jugée à sa propre date, et le reste pour toujours ; une page ou
//! une fiche est jugée au jour où le site est fait. La règle se tait dans les citations, sans année, et quand
//! la phrase raconte (« était attendu », « finalement »).
//!
//! ## Pourquoi
//!
//! Dans une actualité, c'est une faute de date. Sur une page, c'est une annonce que personne n'a retirée :
//! le lecteur prépare un dossier que plus personne n'attend.
//!
//! ## Exemple
//!
//! ```markdown
//! Déposez votre candidature avant le 19 octobre 2018.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Les candidatures ont été closes le 19 octobre 2018.
//! ```
//! ---
//! A text speaks of a past day in the future: “aura lieu le…” (will take place on), “est attendu pour…” (is
//! expected for), “déposez votre dossier avant le…” (apply before). A post is judged at its own date, and
//! stays so for ever; a page or a profile is judged on the day on which the site is made. The rule is silent
//! in quotations, without a year, and where the sentence tells a tale. It reads French alone.
//!
//! ## Why it matters
//!
//! In a post, the date is wrong. On a page, it is a notice that nobody took down: readers prepare an
//! application that nobody waits for.
//!
//! ## Example
//!
//! ```markdown
//! Déposez votre candidature avant le 19 octobre 2018.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! Les candidatures ont été closes le 19 octobre 2018.
//! ```

use crate::date::{Day, day_words};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::locale::{Wording, both};
use crate::model::{Entity, Federation};
use crate::parse::Claim;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

use crate::check::statements::{Stated, each_in_french, lasts};

pub(in crate::check) static RULE: Rule = Rule {
    code: "deadline-passed-but-future",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("futur pour un jour passé", "future for a past day"),
    source: include_str!("deadline_passed_but_future.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for Stated { entity, document, statement } in each_in_french(federation) {
        let Claim::Future { until } = statement.claim else { continue };
        let words: &str = &statement.words;
        let Some(message) = message(entity, until, federation.today(), words) else { continue };
        let hint = wording!(
            "corrigez la date, ou dites au passé ce qui a eu lieu",
            "mend the date, or say in the past what has taken place",
        );
        report.push(report.diagnostic(&document.path, statement.span, message).hint(hint));
    }
}

fn message(entity: &Entity, until: Day, today: Day, words: &str) -> Option<Wording> {
    if let Some(date) = entity.post().and_then(|post| post.date) {
        let (french, english) =
            (day_words(date.first, &Language::french()), date.first.strftime("%-d %B %Y"));
        return (until < date.first).then(|| {
            wording!(
                "« {words} » : ce jour était passé à la date de l'actualité, le {french}",
                "“{words}”: this day was past at the date of the post, {english}",
            )
        });
    }
    (lasts(entity.kind()) && until < today)
        .then(|| wording!("« {words} » : ce jour est passé", "“{words}”: this day is past"))
}
