//! What the facts of a declaration say of the criteria that they answer.

use super::assessment::State;
use super::declaration::{Declaration, Fact};
use super::evidence::{Evidence, Figure};
use super::texts::says_something;
use crate::date::Day;

/// From how many years on a device is an old one.
const OLD: i16 = 10;

/// A centre is thrifty below this PUE.
const MOST_PUE: f64 = 1.5;

/// Heat is handled well below this PUE.
const MOST_PUE_FOR_HEAT: f64 = 1.3;

/// A centre is thrifty up to these litres of water for a kilowatt-hour.
const MOST_WUE: f64 = 0.4;

/// Electricity is mostly renewable above these hundredths.
const LEAST_RENEWABLE: f64 = 50.0;

/// A place is low in carbon below these grams for a kilowatt-hour.
const MOST_CARBON: f64 = 100.0;

/// What facts say of a criterion; nothing where none speaks of it. Without a day, nothing is overdue.
pub(super) fn verdict(
    declaration: &Declaration,
    number: &str,
    today: Option<Day>,
) -> Option<(State, Evidence)> {
    match number {
        "1.2" => {
            let texts = declaration.audiences.as_ref()?;
            Some((met(texts.says_something()), Evidence::new("audiences")))
        }
        "1.3" => {
            let referent = declaration.referent.as_ref()?;
            if !says_something(&referent.name) {
                return Some((State::NotValidated, Evidence::new("nothing_declared")));
            }
            Some((State::Validated, Evidence::new("referent").words("name", &referent.name)))
        }
        "1.4" => review(declaration, today),
        "2.2" => hardware(declaration),
        _ => host(number, declaration),
    }
}

const fn met(is_met: bool) -> State {
    if is_met { State::Validated } else { State::NotValidated }
}

fn review(declaration: &Declaration, today: Option<Day>) -> Option<(State, Evidence)> {
    let review = declaration.review.as_ref()?;
    let every = |evidence: Evidence| match review.every {
        Some((unit, count)) => evidence.with("every", Figure::Count(unit, count)),
        None => evidence.words("every", "?"),
    };
    let (Some(last), Some(due)) = (review.last, review.due) else {
        return Some((State::NotValidated, every(Evidence::new("never_reviewed"))));
    };
    let is_overdue = today.is_some_and(|today| due < today);
    let key = if is_overdue { "review_overdue" } else { "reviewed" };
    Some((met(!is_overdue), every(Evidence::new(key)).with("date", Figure::Date(last))))
}

fn hardware(declaration: &Declaration) -> Option<(State, Evidence)> {
    let age = |device: &super::Hardware| Some(device.date?.year() - device.year);
    let oldest = declaration.hardware.iter().max_by_key(|device| age(device))?;
    let evidence = Evidence::new("hardware")
        .words("model", &oldest.model)
        .words("year", &oldest.year.to_string())
        .words("system", &oldest.system)
        .words("browser", &oldest.browser);
    Some((met(age(oldest).is_some_and(|age| age >= OLD) && says_something(&oldest.model)), evidence))
}

fn host(number: &str, declaration: &Declaration) -> Option<(State, Evidence)> {
    let facts = &declaration.host.facts;
    let cool = |fact: &&Fact| fact.has_source() && fact.value.is_some_and(|it| it < MOST_PUE_FOR_HEAT);
    let Some(fact) = facts.get(number) else {
        let fact = facts.get("8.3").filter(|_| number == "8.7").filter(cool)?;
        return Some((State::Validated, Evidence::new("heat_by_pue").with("value", decimal(fact))));
    };
    let is = |is_met: fn(f64) -> bool| fact.value.is_some_and(is_met);
    let (key, is_met) = match number {
        "8.3" => ("pue", is(|it| it < MOST_PUE)),
        "8.4" => ("wue", is(|it| it <= MOST_WUE)),
        "8.5" => ("renewable", is(|it| it > LEAST_RENEWABLE)),
        "8.6" => ("carbon", is(|it| it < MOST_CARBON)),
        _ => ("host", true),
    };
    let name = &declaration.host.name;
    let host = if says_something(name) { format!("{name}.") } else { String::new() };
    let evidence = Evidence::new(key).words("host", &host);
    Some((met(is_met && fact.has_source()), evidence.with("value", decimal(fact))))
}

fn decimal(fact: &Fact) -> Figure {
    Figure::Decimal(fact.value.unwrap_or_default())
}
