//! Verbs that put something in the future.

use crate::parse::statement::sentence::Sentence;

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

/// Whether a word ends like an infinitive.
pub fn is_infinitive(word: &str) -> bool {
    word.len() > 3 && ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
}

/// Any verb in the future, save those of a life: « naîtra », « deviendra », « fusionneront ».
pub fn plain_future(sentence: Sentence<'_>, at: usize, is_alone: bool) -> Option<usize> {
    let word = sentence.word(at);
    let stem = word.strip_suffix("ront").or_else(|| word.strip_suffix("ra"))?;
    // Without « e », the past of « entrer » and « livrer » looks the same in the singular.
    let is_future = word.ends_with("ront")
        || word.ends_with("era")
        || ["dra", "ttra"].iter().any(|end| word.ends_with(end));
    let is_life = LIVES.iter().any(|life| stem.starts_with(life));
    let is_there = ["se", "au", "aff", "f", "fe", "au", "pou", "dev", "ve", "i"].contains(&stem);
    (is_alone && is_future && !is_life && !is_there && word.len() > 5).then_some(1)
}

/// The beginnings of verbs of a life.
const LIVES: [&str; 10] =
    ["naît", "devien", "fusionne", "mour", "absorbe", "succède", "nomme", "engen", "encad", "rejoin"];

/// How many tokens a future wording has at a token.
pub fn future_length(sentence: Sentence<'_>, at: usize) -> Option<usize> {
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
            // « doit avoir été créé avant », « doit être inscrit avant » are conditions.
            let is_delivery = next(infinitive) == "être"
                && DELIVERED.iter().any(|stem| next(infinitive + 1).starts_with(stem));
            let is_condition = !is_delivery
                && ["avoir", "être"].contains(&next(infinitive))
                && next(infinitive + 1) != "lieu"
                && !matches_participle(next(infinitive + 1), &PARTICIPLES);
            (!is_condition).then_some(infinitive + 1 + usize::from(is_delivery))
        }
        word => VERBS.contains(&word).then_some(1),
    }
}

/// What is to be delivered on a day.
const DELIVERED: [&str; 7] = ["livré", "remis", "achevé", "terminé", "installé", "signé", "inauguré"];

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
