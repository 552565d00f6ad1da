//! Future wordings about a date: « aura lieu le 27 mars 2017 », « déposez votre dossier avant le… ».

use std::ops::Range;

use super::calendar::Mention;
use super::sentence::Sentence;

/// What is announced for a day, in the future. Verbs of a life are left out: « naîtra », « deviendra »
/// tell the past in the style of biographies.
const VERBS: [&str; 24] = [
    "tiendra",
    "tiendront",
    "déroulera",
    "dérouleront",
    "ouvrira",
    "ouvriront",
    "fermera",
    "fermeront",
    "débutera",
    "débuteront",
    "commencera",
    "commenceront",
    "démarrera",
    "démarreront",
    "achèvera",
    "achèveront",
    "paraîtra",
    "paraîtront",
    "réunira",
    "réuniront",
    "clôturera",
    "clôtureront",
    "terminera",
    "termineront",
];

/// What « sera » announces.
const PARTICIPLES: [&str; 26] = [
    "clos",
    "ouvert",
    "fermé",
    "publié",
    "connu",
    "annoncé",
    "présenté",
    "remis",
    "dévoilé",
    "organisé",
    "lancé",
    "inauguré",
    "rendu",
    "examiné",
    "signé",
    "accueilli",
    "disponible",
    "proclamé",
    "tenu",
    "communiqué",
    "diffusé",
    "effectif",
    "opérationnel",
    "auditionné",
    "réuni",
    "mis",
];

/// What « est » announces.
const EXPECTED: [&str; 5] = ["prévu", "attendu", "programmé", "fixé", "planifié"];

/// Words between « est » and its participle.
const ADVERBS: [&str; 9] =
    ["désormais", "encore", "toujours", "maintenant", "donc", "aussi", "ainsi", "déjà", "actuellement"];

/// Signs of a tale: its future is past.
const TALE: [&str; 14] = [
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
    "tard",
    "puis",
];

/// Where the wording stands that puts a date in the future: from its verb, or from the date, to the
/// end of both.
pub fn wording(sentence: Sentence<'_>, mention: &Mention) -> Option<Range<usize>> {
    mention.last()?;
    if sentence.has_word(0..sentence.len(), &TALE) {
        return None;
    }
    deadline(sentence, mention)
        .or_else(|| verb_before(sentence, mention))
        .or_else(|| verb_after(sentence, mention))
}

/// Tokens between a date and what it hangs on that show that it hangs on something else.
fn hangs_elsewhere(sentence: Sentence<'_>, between: Range<usize>) -> bool {
    between.into_iter().any(|at| {
        let word = sentence.word(at);
        sentence.number(at).is_some()
            || sentence.ends_clause(at)
            || is_participle(word)
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
    let is_order = stem.len() > 4
        && stem.ends_with("ez")
        && !["assez", "aviez", "étiez"].contains(&stem)
        && !stem.ends_with("iez");
    let is_modal =
        ["peut", "peuvent", "doit", "doivent", "devra", "devront", "pourra", "pourront", "faut", "faudra"];
    let is_to_do = word == "à" && is_infinitive(sentence.word(at + 1)) && at + 1 < lead;
    is_order
        || is_modal.contains(&word)
        || is_to_do
        || is_open(sentence, at)
        || future_length(sentence, at).is_some()
}

/// « est ouvert », « sont ouvertes », « restent ouvertes »; « inscriptions ouvertes » at the start.
fn is_open(sentence: Sentence<'_>, at: usize) -> bool {
    let is_open_word = |word: &str| ["ouvert", "ouverts", "ouverte", "ouvertes"].contains(&word);
    let is_state = ["est", "sont", "reste", "restent"].contains(&sentence.word(at));
    let is_title = ["inscriptions", "candidatures", "appel"].contains(&sentence.word(at)) && at < 2;
    (is_state || is_title) && is_open_word(sentence.word(at + 1))
}

fn is_infinitive(word: &str) -> bool {
    word.len() > 3 && ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
}

/// « aura lieu le », « est attendue pour ».
fn verb_before(sentence: Sentence<'_>, mention: &Mention) -> Option<Range<usize>> {
    let from = mention.from();
    if !is_led(sentence, from, mention.days.len() > 1) {
        return None;
    }
    let first = clause_start(sentence, from);
    let (verb, length) = (first..from).rev().find_map(|at| Some((at, future_length(sentence, at)?)))?;
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
    if from > 1 || (from == 1 && !["le", "les", "en", "au"].contains(&sentence.word(0))) {
        return None;
    }
    let after = mention.tokens.end..(mention.tokens.end + 8).min(sentence.len());
    let (verb, length) = after.clone().find_map(|at| Some((at, future_length(sentence, at)?)))?;
    let is_other = hangs_elsewhere(sentence, after.start..verb);
    (!is_other).then_some(from..verb + length)
}

/// How many tokens a future wording has at a token.
fn future_length(sentence: Sentence<'_>, at: usize) -> Option<usize> {
    let next = |skip: usize| sentence.word(at + skip);
    match sentence.word(at) {
        "aura" | "auront" => (next(1) == "lieu").then_some(2),
        "prendra" | "prendront" => ["fin", "effet"].contains(&next(1)).then_some(2),
        "entrera" | "entreront" => (next(1) == "en" && next(2) == "vigueur").then_some(3),
        "verra" | "verront" => (next(1) == "le" && next(2) == "jour").then_some(3),
        "sera" | "seront" => participle_length(sentence, at, &PARTICIPLES),
        "est" | "sont" | "reste" | "restent" => participle_length(sentence, at, &EXPECTED),
        "doit" | "doivent" | "devrait" | "devraient" => {
            let infinitive = (1..=3).find(|skip| is_infinitive(next(*skip)) || next(*skip) == "avoir")?;
            // « doit avoir été créé avant » is a condition.
            let is_condition = ["avoir", "être"].contains(&next(infinitive))
                && next(infinitive + 1) != "lieu"
                && !matches_participle(next(infinitive + 1), &PARTICIPLES);
            (!is_condition).then_some(infinitive + 1)
        }
        word => VERBS.contains(&word).then_some(1),
    }
}

fn participle_length(sentence: Sentence<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let skipped = usize::from(ADVERBS.contains(&sentence.word(at + 1)));
    matches_participle(sentence.word(at + 1 + skipped), words).then_some(2 + skipped)
}

/// A participle whatever its gender and number: « close » is « clos », « mise » « mis ».
fn matches_participle(word: &str, words: &[&str]) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    let bare = stem.strip_suffix('e').unwrap_or(stem);
    [word, stem, bare].iter().any(|form| words.contains(form))
}

#[cfg(test)]
mod tests {
    use super::super::reader::testing::claims;

    #[test]
    fn future_wordings_are_found() {
        for (text, words) in [
            ("La réunion aura lieu le 27 mars 2017 à Lyon.", "aura lieu le 27 mars 2017"),
            ("Les candidatures seront closes le 19 octobre 2018.", "seront closes le 19 octobre 2018"),
            ("La fusion est attendue pour juin 2020.", "est attendue pour juin 2020"),
            (
                "Déposez votre dossier avant le 19 octobre 2018.",
                "Déposez votre dossier avant le 19 octobre 2018",
            ),
            ("L'appel est ouvert jusqu'au 7 octobre 2022.", "est ouvert jusqu'au 7 octobre 2022"),
            ("Le 27 mars 2017 se tiendra l'assemblée.", "27 mars 2017 se tiendra"),
            ("Le salon se tiendra du 3 au 5 mars 2023.", "se tiendra du 3 au 5 mars 2023"),
        ] {
            assert_eq!(claims(text), [words], "{text}");
        }
    }

    #[test]
    fn the_past_and_conditions_are_left() {
        for text in [
            "La fusion était attendue pour juin 2020.",
            "Avant le 1er janvier 2016, la région avait un autre nom.",
            "Les pôles nés avant le 1er janvier 2016 peuvent candidater.",
            "La liste est annoncée le 27 mars 2023, et deux pôles s'y ajoutent le 8 janvier 2024.",
            "Le pôle sera créé en 2005 et rejoindra la phase I.",
            "Les résultats de l'appel du 27 juillet 2018 seront publiés.",
            "L'entreprise doit avoir été créée avant le 1er janvier 2020.",
            "Vous pouvez candidater si vous êtes nés avant le 1er janvier 2020.",
        ] {
            assert_eq!(claims(text), [""; 0], "{text}");
        }
    }
}
