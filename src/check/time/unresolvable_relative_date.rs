//! Un texte dit « hier », « la semaine prochaine », « l'an dernier » ou « récemment » sans que rien ne dise
//! à partir de quel jour compter : une page, une fiche, ou une actualité dont la date est trop vague. Une
//! actualité datée du jour peut dire « hier ». La règle se tait quand la date suit, comme dans « récemment,
//! en mars 2024 », dans les citations et le code, et quand le mot n'est pas un jour, comme dans « les métiers
//! de demain ».
//!
//! ## Pourquoi
//!
//! Une page se lit des années après avoir été écrite : « l'an dernier » y devient faux sans que personne n'y
//! touche.
//!
//! ## Exemple
//!
//! ```markdown
//! Le pôle a ouvert un bureau à Brest le mois dernier.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Le pôle a ouvert un bureau à Brest en octobre 2026.
//! ```
//! ---
//! A text says “hier” (yesterday), “la semaine prochaine” (next week), “l'an dernier” (last year) or
//! “récemment” (recently), and nothing tells from which day to count: a page, a profile, or a post whose date
//! is too vague. A post dated to the day may say “hier”. The rule is silent where the date follows, in
//! quotations and code, and where the word is no day, as in “les métiers de demain”. It reads French alone.
//!
//! ## Why it matters
//!
//! A page is read years after it was written: “last year” becomes wrong in it without anyone touching it.
//!
//! ## Example
//!
//! ```markdown
//! Le pôle a ouvert un bureau à Brest le mois dernier.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! Le pôle a ouvert un bureau à Brest en octobre 2026.
//! ```

use crate::date::Date;
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::{Entity, Federation};
use crate::parse::{Claim, Reach};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

use crate::check::statements::{Stated, each_in_french, lasts};

pub(in crate::check) static RULE: Rule = Rule {
    code: "unresolvable-relative-date",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("date relative à un jour inconnu", "date relative to an unknown day"),
    source: include_str!("unresolvable_relative_date.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for Stated { entity, document, statement } in each_in_french(federation) {
        let Claim::Relative(reach) = statement.claim else { continue };
        let Some(message) = message(entity, reach, &statement.words) else { continue };
        let hint = wording!("écrivez la date", "write the date");
        report.push(report.diagnostic(&document.path, statement.span, message).hint(hint));
    }
}

fn message(entity: &Entity, reach: Reach, words: &str) -> Option<Wording> {
    if lasts(entity.kind()) {
        return Some(match entity.kind() {
            Kind::Page => wording!(
                "« {words} » ne dit pas quand : une page se lit longtemps après avoir été écrite",
                "“{words}” does not say when: a page is read long after it was written",
            ),
            _ => wording!(
                "« {words} » ne dit pas quand : une fiche se lit longtemps après avoir été écrite",
                "“{words}” does not say when: a profile is read long after it was written",
            ),
        });
    }
    let date = entity.post()?.date?;
    (!tells(date, reach)).then(|| {
        wording!(
            "« {words} » ne dit pas quand : la date de l'actualité n'est pas assez précise",
            "“{words}” does not say when: the date of the post is not exact enough",
        )
    })
}

/// Whether a date is exact enough to count from.
fn tells(date: Date, reach: Reach) -> bool {
    let (first, last) = (date.first, date.last);
    let is_year = first.year() == last.year();
    match reach {
        Reach::Day => first == last,
        Reach::Month => is_year && first.month() == last.month(),
        Reach::Year => is_year,
        Reach::Vague => true,
    }
}
