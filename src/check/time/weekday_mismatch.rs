//! Un texte donne à une date un autre jour de la semaine que le sien. Sans année, la date est celle qui
//! tombe le plus près du jour de l'actualité, à deux mois près ; la règle se tait si le passage cite une
//! année. Elle lit aussi les dates en anglais, et se tait dans les citations et le code.
//!
//! ## Pourquoi
//!
//! L'une des deux indications est fausse, et le lecteur ne peut pas savoir laquelle : il manque la réunion.
//!
//! ## Exemple
//!
//! ```markdown
//! La liste a été publiée le mercredi 27 mars 2023.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! La liste a été publiée le lundi 27 mars 2023.
//! ```
//! ---
//! A text gives a date another day of the week than its own. Without a year, the date is the one nearest to
//! the day of the post, within two months; the rule is silent where the passage names a year. It reads dates
//! in English too, and is silent in quotations and code.
//!
//! ## Why it matters
//!
//! One of the two is wrong, and readers cannot know which: they miss the meeting.
//!
//! ## Example
//!
//! ```markdown
//! The list was published on Wednesday 27 March 2023.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The list was published on Monday 27 March 2023.
//! ```

use crate::date::{Day, Weekday, day_words, weekday_names};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::locale::both;
use crate::model::{Entity, Federation};
use crate::parse::Claim;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

use crate::check::statements::{Stated, day_of_post, each_statement};

/// How far from the day of a post a date without a year can be told.
const NEAR: i32 = 60;

pub(in crate::check) static RULE: Rule = Rule {
    code: "weekday-mismatch",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("jour de la semaine faux", "wrong day of the week"),
    source: include_str!("weekday_mismatch.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for Stated { entity, document, statement } in each_statement(federation) {
        let Claim::Weekday { weekday, month, day, year } = statement.claim else { continue };
        let date = match year {
            Some(year) => Day::new(year, month, day).ok(),
            None => nearest(entity, month, day),
        };
        let Some(date) = date.filter(|date| date.weekday() != weekday) else { continue };
        let (french, english) = (day_words(date, &Language::french()), date.strftime("%-d %B %Y"));
        let ((right, right_english), (wrong, wrong_english)) =
            (weekday_names(date.weekday()), weekday_names(weekday));
        let message = wording!(
            "le {french} est un {right}, pas un {wrong}",
            "{english} is a {right_english}, not a {wrong_english}",
        );
        let hint = hint(weekday, date);
        report.push(report.diagnostic(&document.path, statement.span, message).hint(hint));
    }
}

/// The day nearest to that of the post, where it is near.
fn nearest(entity: &Entity, month: i8, day: i8) -> Option<Day> {
    let written = day_of_post(entity)?.first;
    let distance = |date: &Day| (date.duration_since(written).as_hours() / 24).unsigned_abs();
    let years = (-1..=1).filter_map(|step| Day::new(written.year().checked_add(step)?, month, day).ok());
    years.min_by_key(distance).filter(|date| distance(date) <= NEAR.unsigned_abs().into())
}

/// The weekday is right for a day of the same week: a slip of either.
fn hint(weekday: Weekday, date: Day) -> crate::locale::Wording {
    let (right, right_english) = weekday_names(date.weekday());
    let (wrong, wrong_english) = weekday_names(weekday);
    wording!(
        "écrivez « {right} », ou la date du {wrong} si c'est le jour de la semaine qui est juste",
        "write “{right_english}”, or the date of the {wrong_english} if it is the weekday that is right",
    )
}
