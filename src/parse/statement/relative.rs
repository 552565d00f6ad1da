//! Words that count from the day on which a text was written: « hier », « la semaine prochaine ».

use std::ops::Range;

use super::count::number_word;
use super::sentence::Sentence;
use super::{Claim, Reach};
use crate::date::weekday_named;

/// After « la semaine » and before « prochaine ».
const UNITS: [(&str, Reach); 13] = [
    ("semaine", Reach::Day),
    ("week-end", Reach::Day),
    ("mois", Reach::Month),
    ("trimestre", Reach::Month),
    ("semestre", Reach::Month),
    ("printemps", Reach::Year),
    ("été", Reach::Year),
    ("automne", Reach::Year),
    ("hiver", Reach::Year),
    ("an", Reach::Year),
    ("année", Reach::Year),
    ("rentrée", Reach::Year),
    ("saison", Reach::Year),
];

/// Verbs of meetings, after which « demain » is the day after and not the future.
const MEETING_VERBS: [&str; 17] = [
    "lieu",
    "tient",
    "tiennent",
    "tiendra",
    "tiendront",
    "réunit",
    "réunira",
    "réunissent",
    "ouvre",
    "ouvrira",
    "ouvrent",
    "commence",
    "commencera",
    "débute",
    "débutera",
    "ferme",
    "fermera",
];

/// The claim at a word, with its tokens.
pub fn claim(sentence: Sentence<'_>, at: usize) -> Option<(Range<usize>, Claim)> {
    let (tokens, reach) = match sentence.word(at) {
        "hier" | "avant-hier" | "après-demain" if !is_proverbial(sentence, at) => (at..at + 1, Reach::Day),
        "demain" if is_the_day_after(sentence, at) => (at..at + 1, Reach::Day),
        "matin" | "soir" if sentence.word_before(at, 1) == "ce" => (at - 1..at + 1, Reach::Day),
        "prochain" | "prochaine" | "dernier" | "dernière" | "passé" | "passée" => {
            unit_before(sentence, at)?
        }
        "mois-ci" if sentence.word_before(at, 1) == "ce" => (at - 1..at + 1, Reach::Month),
        "derniers" | "dernières" => these_last(sentence, at)?,
        "cette" => this(sentence, at)?,
        "récemment" | "prochainement" => (at..at + 1, Reach::Vague),
        "bientôt" if sentence.word_before(at, 1) != "à" => (at..at + 1, Reach::Vague),
        "y" if sentence.word_before(at, 1) == "il" && sentence.word(at + 1) == "a" => {
            amount(sentence, at - 1, at + 2)?
        }
        "dans" => amount(sentence, at, at + 1)?,
        _ => return None,
    };
    (!is_dated_after(sentence, tokens.end)).then_some((tokens, Claim::Relative(reach)))
}

/// « d'hier et d'aujourd'hui », « le monde de demain » name no day.
fn is_proverbial(sentence: Sentence<'_>, at: usize) -> bool {
    let before = ["d", "de", "qu", "que", "pour", "comme", "avant"].contains(&sentence.word_before(at, 1));
    before || sentence.has_word(0..sentence.len(), &["aujourd", "demain"])
}

fn is_the_day_after(sentence: Sentence<'_>, at: usize) -> bool {
    let next = sentence.word(at + 1);
    let has_hour = ["matin", "soir", "midi", "après-midi"].contains(&next)
        || weekday_named(next).is_some()
        || (next == "à" && sentence.number(at + 2).is_some());
    let begins = ["de", "à", "dès", "entre"].contains(&sentence.word(at + 2));
    let opens = sentence.is_mark(at + 1, ',') && begins && sentence.number(at + 3).is_some();
    has_hour || opens || MEETING_VERBS.contains(&sentence.word_before(at, 1))
}

/// « la semaine prochaine », « lundi dernier »; « l'année passée à construire » is another thing.
fn unit_before(sentence: Sentence<'_>, at: usize) -> Option<(Range<usize>, Reach)> {
    let unit = sentence.word_before(at, 1);
    let is_past = ["passé", "passée"].contains(&sentence.word(at));
    if weekday_named(unit).is_some() {
        let goes_on = sentence.number(at + 1).is_some() || is_past;
        return (!goes_on).then_some((at - 1..at + 1, Reach::Day));
    }
    let (_, reach) = UNITS.iter().find(|(name, _)| *name == unit)?;
    let article = sentence.word_before(at, 2);
    let is_definite = ["le", "la", "l", "au", "du", "dès", "depuis"].contains(&article);
    let is_spent =
        is_past && ["à", "en", "dans", "au", "chez", "avec", "sur"].contains(&sentence.word(at + 1));
    (is_definite && !is_spent).then_some((at - 2..at + 1, *reach))
}

/// « ces derniers mois ».
fn these_last(sentence: Sentence<'_>, at: usize) -> Option<(Range<usize>, Reach)> {
    let unit = sentence.word(at + 1);
    let is_time = ["jours", "semaines", "mois", "temps", "années"].contains(&unit);
    (is_time && sentence.word_before(at, 1) == "ces").then_some((at - 1..at + 2, Reach::Vague))
}

/// « cette année », unless the text has just named it.
fn this(sentence: Sentence<'_>, at: usize) -> Option<(Range<usize>, Reach)> {
    let reach = match sentence.word(at + 1) {
        "année" => Reach::Year,
        "semaine" => Reach::Day,
        _ => return None,
    };
    let is_named = sentence.follows_year || (0..at).any(|before| sentence.year(before).is_some());
    (!is_named).then_some((at..at + 2, reach))
}

/// « il y a trois ans », « dans trois mois »; « il y a trois ans de label à couvrir » is another thing.
fn amount(sentence: Sentence<'_>, start: usize, count: usize) -> Option<(Range<usize>, Reach)> {
    let is_counted = sentence.number(count).is_some()
        || number_word(sentence.word(count)).is_some()
        || ["un", "une", "quelques"].contains(&sentence.word(count));
    let reach = match sentence.word(count + 1) {
        "jours" | "jour" | "semaine" | "semaines" => Reach::Day,
        "mois" => Reach::Month,
        "ans" | "an" => Reach::Year,
        _ => return None,
    };
    let goes_on = ["de", "d", "entre", "pour", "après", "suivant", "qui"].contains(&sentence.word(count + 2));
    (is_counted && !goes_on).then_some((start..count + 2, reach))
}

/// « récemment, en mars 2024 »: the date is told at once.
fn is_dated_after(sentence: Sentence<'_>, end: usize) -> bool {
    (end..end + 6)
        .take_while(|at| *at == end || !sentence.is_mark(*at, ','))
        .any(|at| sentence.year(at).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::reader::testing::claims;

    #[test]
    fn each_reach_is_found() {
        for (text, words) in [
            ("Le jury s'est réuni hier.", "hier"),
            ("La réunion a lieu la semaine prochaine.", "la semaine prochaine"),
            ("Le mois dernier, le pôle a déménagé.", "Le mois dernier"),
            ("Il y a deux ans, le pôle a déménagé.", "Il y a deux ans"),
            ("Ces derniers mois ont été rudes.", "Ces derniers mois"),
            ("Le salon se tient demain.", "demain"),
            ("Dans trois semaines, le guichet ferme.", "Dans trois semaines"),
            ("Le dossier est déposé lundi prochain.", "lundi prochain"),
        ] {
            assert_eq!(claims(text), [words], "{text}");
        }
    }

    #[test]
    fn other_uses_of_the_words_are_left() {
        for text in [
            "Les métiers d'hier et de demain.",
            "L'industrie de demain se prépare.",
            "Récemment, en mars 2024, le pôle a déménagé.",
            "En 2019, le pôle naît. Cette année est un tournant.",
            "Le dernier mois de la phase, puis la dernière année.",
            "Il y a trois ans de label à couvrir.",
            "L'année passée à préparer le dossier a compté.",
            "Le pôle dit « hier » et “la semaine prochaine”.",
            "Cette année-là, tout change.",
            "Les matériaux de demain et d'après-demain.",
        ] {
            assert_eq!(claims(text), [""; 0], "{text}");
        }
    }
}
