//! Un texte donne à une personne une fonction qu'elle n'a pas : à la date d'une actualité, ou, sur une page ou
//! une fiche, au jour où le site est fait, selon `from` et `until` dans la fiche de la personne. La règle ne compare que la même fonction dans la même organisation, et se tait après
//! « ancien », « alors », « futur », « nommé », dans les citations, et si la fiche ne donne pas de dates.
//!
//! ## Pourquoi
//!
//! La fonction est fausse, ou la fiche de la personne n'est pas à jour.
//!
//! ## Exemple
//!
//! ```markdown
//! Jean Dupont, président d'Images & Réseaux, a ouvert la séance.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Jean Dupont, ancien président d'Images & Réseaux, a ouvert la séance.
//! ```
//! ---
//! A text gives someone a post that is not theirs: at the date of a piece of news, or, on a page or profile, on
//! the day on which the site is made, by `from` and `until` in the profile of the person. The
//! rule compares only the same post in the same organisation, and is silent after “ancien” (former), “alors”
//! (then), “futur”, “nommé” (appointed), in quotations, and where the profile gives no dates. It reads French
//! alone.
//!
//! ## Why it matters
//!
//! The post is wrong, or the profile of the person is not up to date.
//!
//! ## Example
//!
//! ```markdown
//! Jean Dupont, président d'Images & Réseaux, a ouvert la séance.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! Jean Dupont, ancien président d'Images & Réseaux, a ouvert la séance.
//! ```

use std::collections::HashMap;

use crate::date::{Date, day_words};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::locale::{Wording, both};
use crate::model::{Data, Entity, EntityId, Federation, Person, PostHeld};
use crate::parse::Claim;
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::source::Span;
use crate::wording;

use crate::check::references::aliases;
use crate::check::statements::{Stated, each_in_french, lasts};

pub(in crate::check) static RULE: Rule = Rule {
    code: "role-outside-dates",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("fonction hors de ses dates", "post held outside its dates"),
    source: include_str!("role_outside_dates.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let people = people(federation);
    for Stated { entity, document, statement } in each_in_french(federation) {
        let Claim::PostHeld { name: written, post } = &statement.claim else { continue };
        let Some(date) = spoken_from(federation, entity) else { continue };
        let found = readings(written).find_map(|reading| Some((reading, people.get(&straight(reading))?)));
        let Some((name, id)) = found else { continue };
        let Some((id, person)) = person(federation, *id) else { continue };
        let roles: Vec<&PostHeld> =
            person.roles.iter().filter(|role| is_the(federation, role, post)).collect();
        let Some(role) = roles.iter().find(|role| outside(role, date).is_some()) else { continue };
        // Someone may have held a post twice.
        if roles.iter().any(|role| outside(role, date).is_none()) {
            continue;
        }
        let Some(message) = outside(role, date).map(|side| message(name, &role.title, side)) else {
            continue;
        };
        // From the name itself, where a particle joined more to it.
        let skipped = match statement.words.strip_prefix(&**written) {
            Some(_) => written.find(name).unwrap_or(0),
            None => 0,
        };
        let place = Span::new(statement.span.start as usize + skipped, statement.span.end as usize);
        let hint = wording!(
            "écrivez « ancien » ou « alors », ou corrigez les dates de la fiche `{id}`",
            "write “ancien” or “alors”, or mend the dates of the entry `{id}`",
        );
        report.push(report.diagnostic(&document.path, place, message).hint(hint));
    }
}

/// The date of a post, or the day on which a page or a profile shows.
fn spoken_from(federation: &Federation, entity: &Entity) -> Option<Date> {
    if lasts(entity.kind()) {
        return Some(Date::day(federation.today()));
    }
    entity.post()?.date
}

/// Everyone, by their names and ids.
fn people(federation: &Federation) -> HashMap<String, EntityId> {
    let people = federation.all().filter(|(_, entity)| entity.kind() == Kind::Person);
    let named = people.flat_map(|(id, entity)| {
        let names = entity.names.all().map(|name| straight(&name.full));
        names.chain([entity.id().to_string()]).map(move |name| (name, id))
    });
    let of_person = |id: EntityId| federation.entity(id).kind() == Kind::Person;
    let others = aliases(federation).filter(|alias| of_person(alias.entity));
    named.chain(others.map(|alias| (straight(&alias.text), alias.entity))).collect()
}

/// A name as written, then what stands before and after each of its particles: « Jean Dupont de Lyon » may
/// be « Jean Dupont », and « Nantes de Jean Dupont » too.
fn readings(name: &str) -> impl Iterator<Item = &str> {
    let parted = name.match_indices([' ', '\'', '’']).flat_map(move |(at, mark)| {
        let (before, after) = (name.get(..at).unwrap_or(""), name.get(at + mark.len()..).unwrap_or(""));
        let starts_small = |words: &str| words.starts_with(char::is_lowercase);
        let last_word = before.rsplit([' ', '\'', '’']).next().unwrap_or("");
        [starts_small(after).then_some(before), starts_small(last_word).then_some(after)]
    });
    std::iter::once(name).chain(parted.flatten())
}

fn person(federation: &Federation, id: EntityId) -> Option<(&str, &Person)> {
    let entity = federation.entity(id);
    match &entity.data {
        Data::Person(person) => Some((entity.id(), person)),
        _ => None,
    }
}

/// Whether words name a post of a profile: its whole title, or its first word with the organisation.
fn is_the(federation: &Federation, role: &PostHeld, words: &str) -> bool {
    let (title, words) = (straight(&role.title.to_lowercase()), straight(words));
    let head = |text: &str| text.split_whitespace().next().unwrap_or("").to_owned();
    if title.contains(' ') && words.starts_with(&title) {
        return true;
    }
    let organisation = federation.find(&role.organisation);
    head(&title) == head(&words)
        && organisation.is_some_and(|id| names(federation, id).any(|name| words.contains(&name)))
}

/// Every name of an organisation in small letters and with straight apostrophes, and its id.
fn names(federation: &Federation, id: EntityId) -> impl Iterator<Item = String> {
    let entity = federation.entity(id);
    let full = entity.names.all().flat_map(|name| [Some(name.full.clone()), name.short.clone()]);
    let others = entity.document.record.texts("aliases");
    let all = full.flatten().chain(others).chain([entity.id().clone()]);
    all.map(|name| straight(&name.to_lowercase()))
}

/// Words as they are compared: one apostrophe is as good as the other.
fn straight(words: &str) -> String {
    words.replace('’', "'")
}

/// On which side of a post's dates a day lies.
#[derive(Clone, Copy)]
enum Side {
    Before(Date),
    After(Date),
}

/// Where a date lies for certain, if outside.
fn outside(role: &PostHeld, date: Date) -> Option<Side> {
    let before = role.from.filter(|from| date.last < from.first).map(Side::Before);
    before.or_else(|| role.until.filter(|until| until.last < date.first).map(Side::After))
}

fn message(name: &str, title: &str, side: Side) -> Wording {
    let words = |day| (day_words(day, &Language::french()), day.strftime("%-d %B %Y"));
    match side {
        Side::Before(from) => {
            let (french, english) = words(from.first);
            wording!(
                "« {name} » n'est « {title} » que depuis le {french}, après ce texte",
                "“{name}” is “{title}” since {english} alone, after this text",
            )
        }
        Side::After(until) => {
            let (french, english) = words(until.last);
            wording!(
                "« {name} » n'est plus « {title} » depuis le {french}, avant ce texte",
                "“{name}” is no longer “{title}” since {english}, before this text",
            )
        }
    }
}
