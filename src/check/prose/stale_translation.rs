//! Les mots d'une fiche ou d'une actualité ont changé depuis qu'elle a été traduite. Une traduction porte
//! dans `original` la marque des mots dont elle est faite ; grappe refait la marque de l'original et
//! compare. Les faits, les dates et les chiffres ne comptent pas : ils ne se traduisent pas. Une traduction
//! sans marque relève de `unmarked-translation`.
//!
//! ## Pourquoi
//!
//! Sans cela, personne ne voit qu'une page anglaise dit encore ce que la page française ne dit plus.
//!
//! ## Exemple
//!
//! ```yaml
//! original: abcdefgh
//! name: Digital cluster
//! ```
//!
//! ## Mieux
//!
//! Relisez l'original, mettez la traduction à jour, puis écrivez la marque que donne le message.
//!
//! ```yaml
//! original: oohhfenp
//! name: Digital cluster
//! ```
//! ---
//! The words of an entry or post have changed since they were translated. A translation holds in `original`
//! the mark of the words that it was made from; grappe makes the mark of the original anew and compares.
//! Facts, dates and figures do not count: they are not translated. A translation without a mark belongs to
//! `unmarked-translation`.
//!
//! ## Why it matters
//!
//! Without it, nobody sees that an English page still says what the French page no longer does.
//!
//! ## Example
//!
//! ```yaml
//! original: abcdefgh
//! name: Digital cluster
//! ```
//!
//! ## Use instead
//!
//! Read the original again, mend the translation, then write the mark that the message gives.
//!
//! ```yaml
//! original: oohhfenp
//! name: Digital cluster
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "stale-translation",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("traduction dépassée", "stale translation"),
    source: include_str!("stale_translation.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        for translation in &entity.translations {
            let Some(written) = translation.record.text("original") else { continue };
            let mark = entity.document.mark();
            if *written == mark || federation.may_have(entity.id()) {
                continue;
            }
            let original = &entity.document.path;
            let message = wording!(
                "`{original}` a changé depuis cette traduction",
                "`{original}` has changed since this translation",
            );
            let hint = wording!(
                "relisez l'original, mettez la traduction à jour, puis écrivez `original: {mark}`",
                "read the original again, mend the translation, then write `original: {mark}`",
            );
            let span = translation.record.span("original").unwrap_or_default();
            let label = wording!("l'original", "the original");
            let diagnostic = report.diagnostic(&translation.path, span, message).hint(hint);
            report.push(diagnostic.label(original, Span::default(), label));
        }
    }
}
