//! Un texte doit être retiré (`expire`) avant d'avoir paru : sa date de publication (`publish`, ou, sans
//! elle, `date`) ou la fin de son embargo vient après. Les heures sont comparées si les deux dates en ont une.
//!
//! ## Pourquoi
//!
//! Le texte ne paraîtrait jamais, et personne n'en serait averti.
//!
//! ## Exemple
//!
//! ```yaml
//! publish: 2026-12-01
//! expire: 2026-11-30
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! publish: 2026-12-01
//! expire: 2026-12-31
//! ```
//! ---
//! A text is to be taken down (`expire`) before it was published: its date of publication (`publish`, or
//! `date` without it) or the end of its embargo comes later. Hours are compared where both dates have one.
//!
//! ## Why it matters
//!
//! The text would never show, and nobody would be told.
//!
//! ## Example
//!
//! ```yaml
//! publish: 2026-12-01
//! expire: 2026-11-30
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! publish: 2026-12-01
//! expire: 2026-12-31
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Entity, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "publish-after-expire",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("publication après le retrait", "published after it expires"),
    source: include_str!("publish_after_expire.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        let record = &entity.document.record;
        let Some(expire) = record.date("expire") else { continue };
        let mut starts = starts(entity).filter_map(|key| Some((key, record.date(key)?)));
        let Some((key, start)) = starts.find(|(_, start)| expire.is_surely_before(start)) else { continue };
        let (expire, start) = (expire.machine(), start.machine());
        let message = wording!(
            "le texte est retiré (`expire: {expire}`) avant de paraître (`{key}: {start}`)",
            "the text is taken down (`expire: {expire}`) before it shows (`{key}: {start}`)",
        );
        let hint = wording!(
            "reculez `expire`, ou ôtez cette ligne si le texte doit rester",
            "set `expire` later, or take this line out if the text is to stay",
        );
        let place = |key| record.span(key).unwrap_or_default();
        let path = &entity.document.path;
        let diagnostic = report.diagnostic(path, place("expire"), message).hint(hint);
        report.push(diagnostic.label(path, place(key), wording!("pas avant", "not before")));
    }
}

/// The keys that say from when a text shows.
fn starts(entity: &Entity) -> impl Iterator<Item = &'static str> {
    let has_publish = entity.document.record.entry("publish").is_some();
    let usual = match entity.kind() {
        Kind::Post | Kind::Publication => "date",
        Kind::Call => "opens",
        _ => "publish",
    };
    [if has_publish { "publish" } else { usual }, "embargo"].into_iter()
}
