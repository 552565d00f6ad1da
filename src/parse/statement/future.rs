//! Future wordings about a date: « aura lieu le 27 mars 2017 », « déposez votre dossier avant le… ».

#[cfg(test)]
mod tests;
mod verb;

use std::ops::Range;

use super::calendar::Mention;
use super::sentence::Sentence;
use verb::{future_length, is_infinitive, plain_future};

/// Signs of a tale: its future is past.
const TALE: [&str; 13] = [
    "finalement",
    "alors",
    "initialement",
    "ensuite",
    "devait",
    "devaient",
    "était",
    "étaient",
    "avait",
    "avaient",
    "fut",
    "furent",
    "puis",
];

/// Where the wording stands that puts a date in the future: from its verb, or from the date, to the
/// end of both.
pub fn wording(sentence: Sentence<'_>, mention: &Mention) -> Option<Range<usize>> {
    mention.last()?;
    let is_later = |at: usize| sentence.reads(at, &["plus", "tard"]) && sentence.word_before(at, 1) != "au";
    if sentence.has_word(0..sentence.len(), &TALE) || (0..sentence.len()).any(is_later) {
        return None;
    }
    by_then(sentence, mention)
        .or_else(|| deadline(sentence, mention))
        .or_else(|| verb_before(sentence, mention))
        .or_else(|| verb_after(sentence, mention))
}

/// « d'ici 2022 », « d'ici à la fin de juin 2022 »: to come by itself, unless told in the conditional.
fn by_then(sentence: Sentence<'_>, mention: &Mention) -> Option<Range<usize>> {
    let from = mention.from();
    let here = (1..=5).filter_map(|back| from.checked_sub(back)).find(|at| sentence.word(*at) == "ici")?;
    let joins = ["à", "au", "le", "la", "fin", "de", "l", "début"];
    let is_joined = (here + 1..from).all(|at| joins.contains(&sentence.word(at)));
    let is_told =
        (0..sentence.len()).any(|at| ["rait", "raient"].iter().any(|end| sentence.word(at).ends_with(end)));
    let is_open = sentence.word_before(here, 1) == "d" && is_joined && !is_told;
    is_open.then_some(here - 1..mention.tokens.end)
}

/// Tokens between a date and what it hangs on that show that it hangs on something else.
fn hangs_elsewhere(sentence: Sentence<'_>, between: Range<usize>) -> bool {
    between.into_iter().any(|at| {
        let word = sentence.word(at);
        sentence.number(at).is_some()
            || sentence.ends_clause(at)
            || (is_participle(word) && sentence.word_before(at, 1) != "être")
            || ELSEWHERE.contains(&word)
    })
}

const ELSEWHERE: [&str; 24] = [
    "qui", "que", "qu", "dont", "où", "si", "a", "ont", "est", "sont", "été", "ayant", "celle", "celui",
    "celles", "ceux", "comme", "depuis", "après", "suite", "selon", "loi", "décret", "arrêté",
];

/// « créée », « signés »; not « activité ».
fn is_participle(word: &str) -> bool {
    let stem = word.trim_end_matches('s').trim_end_matches('e');
    stem.ends_with('é')
        && stem.chars().count() > 2
        && !["ité", "iété", "auté", "rté"].iter().any(|end| word.trim_end_matches('s').ends_with(end))
}

/// « avant le », « jusqu'au », « au plus tard le », with what asks or allows before it.
fn deadline(sentence: Sentence<'_>, mention: &Mention) -> Option<Range<usize>> {
    let lead = deadline_lead(sentence, mention.from())?;
    let first = clause_start(sentence, lead);
    let asks = (first..lead).rev().find(|at| asks(sentence, *at, lead))?;
    let verb_end = asks + if is_open(sentence, asks) { 2 } else { 1 };
    (!hangs_elsewhere(sentence, verb_end.min(lead)..lead)).then_some(asks..mention.tokens.end)
}

/// Where « avant le » begins, right before a date.
fn deadline_lead(sentence: Sentence<'_>, at: usize) -> Option<usize> {
    let back = |words: &[&str]| at.checked_sub(words.len()).filter(|start| sentence.reads(*start, words));
    back(&["au", "plus", "tard", "le"])
        .or_else(|| back(&["avant", "le"]))
        .or_else(|| back(&["jusqu", "au"]))
        .or_else(|| back(&["ici", "le"]))
        .or_else(|| back(&["ici", "au"]))
        .or_else(|| back(&["avant", "fin"]))
}

fn clause_start(sentence: Sentence<'_>, at: usize) -> usize {
    (at.saturating_sub(25)..at)
        .rev()
        .find(|at| sentence.ends_clause(*at))
        .map_or(at.saturating_sub(25), |at| at + 1)
}

/// Whether a word asks or allows something that a deadline ends.
fn asks(sentence: Sentence<'_>, at: usize, lead: usize) -> bool {
    let word = sentence.word(at);
    let stem = word.strip_suffix("-vous").unwrap_or(word);
    let is_delay = word == "avez" && sentence.word(at + 1) == "jusqu";
    let is_order = stem.len() > 4
        && stem.ends_with("ez")
        && !["assez", "aviez", "étiez"].contains(&stem)
        && !stem.ends_with("iez");
    if ["doit", "doivent"].contains(&word) && sentence.word(at + 1) == "être" {
        return false;
    }
    let is_modal =
        ["peut", "peuvent", "doit", "doivent", "devra", "devront", "pourra", "pourront", "faut", "faudra"];
    let is_to_do = word == "à" && is_infinitive(sentence.word(at + 1)) && at + 1 < lead;
    is_delay
        || is_order
        || is_modal.contains(&word)
        || is_to_do
        || is_open(sentence, at)
        || future_length(sentence, at).is_some()
}

/// « est ouvert », « sont ouvertes », « restent ouvertes »; « inscriptions ouvertes » at the start.
fn is_open(sentence: Sentence<'_>, at: usize) -> bool {
    let is_open_word = |word: &str| ["ouvert", "ouverts", "ouverte", "ouvertes"].contains(&word);
    let is_state = ["est", "sont", "reste", "restent"].contains(&sentence.word(at));
    let receives = ["reçoit", "reçoivent", "accueille", "accueillent", "accepte", "acceptent"];
    if receives.contains(&sentence.word(at)) {
        return true;
    }
    let is_title = ["inscriptions", "candidatures", "appel"].contains(&sentence.word(at)) && at < 2;
    (is_state || is_title) && is_open_word(sentence.word(at + 1))
}

/// « aura lieu le », « est attendue pour ».
fn verb_before(sentence: Sentence<'_>, mention: &Mention) -> Option<Range<usize>> {
    let from = mention.from();
    let is_limit = sentence.word_before(from, 2) == "avant";
    if is_limit || !is_led(sentence, from, mention.days.len() > 1) {
        return None;
    }
    let first = clause_start(sentence, from);
    let is_alone = is_alone(sentence, mention);
    let length_at = |at| future_length(sentence, at).or_else(|| plain_future(sentence, at, is_alone));
    let (verb, length) = (first..from).rev().find_map(|at| Some((at, length_at(at)?)))?;
    let end = verb + length;
    let start = verb - usize::from(["se", "s"].contains(&sentence.word_before(verb, 1)));
    (end <= from && !hangs_elsewhere(sentence, end..from)).then_some(start..mention.tokens.end)
}

/// Whether a date is said of a verb rather than of a noun: « le 27 mars », « en mars », not « du 27 mars ».
fn is_led(sentence: Sentence<'_>, from: usize, is_span: bool) -> bool {
    let lead = sentence.word_before(from, 1);
    let from_then_on = ["partir", "compter", "compte"].contains(&sentence.word_before(from, 2));
    match lead {
        "le" | "les" | "au" | "en" | "pour" | "dès" | "fin" | "début" | "courant" | "ici" | "avant" => true,
        "du" | "de" => is_span || from_then_on,
        // « aura lieu mercredi 27 mars 2017 »
        _ => lead == "lieu",
    }
}

/// « Le 27 mars 2017 aura lieu… », « Le 27 mars 2017, le pôle organisera… » is left.
fn verb_after(sentence: Sentence<'_>, mention: &Mention) -> Option<Range<usize>> {
    let from = mention.from();
    let leads = ["le", "les", "en", "au", "à", "partir", "compter", "du", "dès"];
    if from > 3 || !(0..from).all(|at| leads.contains(&sentence.word(at))) {
        return None;
    }
    let after = mention.tokens.end..(mention.tokens.end + 8).min(sentence.len());
    let is_alone = is_alone(sentence, mention);
    let length_at = |at| future_length(sentence, at).or_else(|| plain_future(sentence, at, is_alone));
    let (verb, length) = after.clone().find_map(|at| Some((at, length_at(at)?)))?;
    let is_other = hangs_elsewhere(sentence, after.start..verb);
    (!is_other).then_some(from..verb + length)
}

/// Whether a day or a month stands alone: several dates are the mark of a tale, which French tells in the
/// future too.
fn is_alone(sentence: Sentence<'_>, mention: &Mention) -> bool {
    let is_other = |at: &usize| !mention.tokens.contains(at) && sentence.year(*at).is_some();
    mention.month.is_some() && !sentence.follows_year && !(0..sentence.len()).any(|at| is_other(&at))
}
