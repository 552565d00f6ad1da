//! Une date a la bonne forme, mais ne correspond à aucun jour : un 30 février, un treizième mois, une heure
//! après 23:59. Un intervalle qui finit avant de commencer est relevé aussi. Une date d'une autre forme,
//! comme `27/03/2023`, relève de `wrong-type`.
//!
//! ## Pourquoi
//!
//! Une date fausse déplacerait une actualité dans les listes ou donnerait à un label des années qu'il n'a
//! pas. grappe ne devine pas le jour voulu : seule la personne qui a la source sous les yeux peut le dire.
//!
//! ## Exemple
//!
//! ```yaml
//! decided: 2023-02-30
//! as_of: 2018-06-24/2017-10-03
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! decided: 2023-03-27
//! as_of: 2017-10-03/2018-06-24
//! ```
//! ---
//! A date has the right shape and there is no such day: a 30 February, a thirteenth month, an hour past
//! 23:59. An interval that ends before it starts is reported too. A date of another shape, such as
//! `27/03/2023`, belongs to `wrong-type`.
//!
//! ## Why it matters
//!
//! A wrong date would move a post within the lists, or give a label years that it does not have. grappe
//! does not guess the day that was meant: only the person who has the source at hand can tell.
//!
//! ## Example
//!
//! ```yaml
//! decided: 2023-02-30
//! as_of: 2018-06-24/2017-10-03
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! decided: 2023-03-27
//! as_of: 2017-10-03/2018-06-24
//! ```

use crate::date::DateError;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "impossible-date",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("date impossible", "impossible date"),
    source: include_str!("impossible_date.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::ImpossibleDate { written, error } = &fault.kind {
            let message = match error {
                DateError::Reversed => wording!(
                    "l'intervalle `{written}` finit avant de commencer",
                    "the interval `{written}` ends before it starts",
                ),
                DateError::Hour => wording!(
                    "l'heure de `{written}` n'existe pas : elles vont de 00:00 à 23:59",
                    "there is no such hour as in `{written}`: they go from 00:00 to 23:59",
                ),
                DateError::Impossible | DateError::Shape => {
                    wording!("`{written}` n'est pas dans le calendrier", "`{written}` is not in the calendar",)
                }
            };
            let hint = match error {
                DateError::Hour => wording!(
                    "corrigez l'heure ; minuit est `T00:00`, le jour suivant",
                    "mend the hour; midnight is `T00:00`, on the next day",
                ),
                _ => wording!("corrigez la date", "mend the date"),
            };
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
