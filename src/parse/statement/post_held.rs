//! People named with the post they hold: « Jean Dupont, président de X », « le président de X, Jean
//! Dupont », « le président Jean Dupont ».

use std::ops::Range;

use super::Claim;
use super::sentence::Sentence;
use super::token::Sign;

/// Words in a sentence after which a post is not said to be held on the day of the text.
const NOT_THEN: [&str; 36] = [
    "honneur",
    "honoraire",
    "émérite",
    "intérim",
    "adjoint",
    "adjointe",
    "ancien",
    "ancienne",
    "anciens",
    "anciennement",
    "alors",
    "époque",
    "futur",
    "future",
    "ex",
    "prochain",
    "prochaine",
    "devient",
    "deviendra",
    "devenu",
    "devenue",
    "élu",
    "élue",
    "nommé",
    "nommée",
    "succède",
    "succédera",
    "remplace",
    "remplacera",
    "quitte",
    "quittera",
    "premier",
    "première",
    "nouveau",
    "nouvelle",
    "était",
];

/// Small words within the names of people: « Jean de La Fontaine », « Anne d'Estienne ».
const PARTICLES: [&str; 15] =
    ["d", "da", "de", "del", "della", "den", "der", "des", "di", "du", "el", "l", "la", "le", "van"];

/// How many words of what follows a post are kept.
const KEPT: usize = 14;

/// The claim at the name of a post, with its tokens.
pub fn claim(sentence: Sentence<'_>, at: usize) -> Option<(Range<usize>, Claim)> {
    if !is_post(sentence.word(at)) || sentence.has_word(0..sentence.len(), &NOT_THEN) {
        return None;
    }
    let end = (at + 1..sentence.len().min(at + KEPT))
        .find(|at| !is_wordlike(sentence, *at))
        .unwrap_or(sentence.len().min(at + KEPT));
    // « président de 2010 à 2014 », « en 2017, Jean Dupont, président »: the time is told.
    if sentence.follows_year || (0..sentence.len()).any(|at| sentence.year(at).is_some()) {
        return None;
    }
    let name = name_before(sentence, at).or_else(|| name_after(sentence, at, end))?;
    let tokens = name.start.min(at)..name.end.max(at + 1);
    let claim = Claim::PostHeld { name: sentence.written(name).into(), post: sentence.small(at..end).into() };
    Some((tokens, claim))
}

/// Whether a word is a post that is looked for.
fn is_post(word: &str) -> bool {
    matches!(
        word,
        "président"
            | "présidente"
            | "vice-président"
            | "vice-présidente"
            | "directeur"
            | "directrice"
            | "délégué"
            | "déléguée"
            | "ministre"
            | "secrétaire"
            | "maire"
            | "préfet"
            | "préfète"
            | "commissaire"
            | "trésorier"
            | "trésorière"
    )
}

fn is_wordlike(sentence: Sentence<'_>, at: usize) -> bool {
    matches!(
        sentence.tokens.get(at).map(|token| token.sign),
        Some(Sign::Word | Sign::Number(_) | Sign::Mark('&'))
    )
}

/// « Jean Dupont, président », « Jean Dupont, le président », « Jean Dupont (président ».
fn name_before(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let has_article = ["le", "la", "l"].contains(&sentence.word_before(at, 1));
    let mark = at.checked_sub(1 + usize::from(has_article))?;
    if !sentence.is_mark(mark, ',') && !sentence.is_mark(mark, '(') {
        return None;
    }
    let is_part = |at: &usize| is_capital(sentence, *at) || is_particle(sentence, *at);
    let start = (0..mark).rev().take_while(is_part).filter(|at| is_capital(sentence, *at)).last()?;
    as_name(sentence, start..mark)
}

/// « président Jean Dupont », « président de X, Jean Dupont ».
fn name_after(sentence: Sentence<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let start = if is_capital(sentence, at + 1) {
        at + 1
    } else {
        // The article makes it the holder: « directeur de X, Y et Z » may go on with anything.
        let is_the = ["le", "la", "l"].contains(&sentence.word_before(at, 1));
        (is_the && sentence.is_mark(end, ',')).then_some(end + 1)?
    };
    let is_part = |at: &usize| is_capital(sentence, *at) || (*at > start && is_particle(sentence, *at));
    let last = (start..sentence.len()).take_while(is_part).filter(|at| is_capital(sentence, *at)).last()?;
    as_name(sentence, start..last + 1)
}

fn is_capital(sentence: Sentence<'_>, at: usize) -> bool {
    sentence
        .tokens
        .get(at)
        .is_some_and(|token| token.is_capital || (token.is_linked && token.sign == Sign::Word))
}

fn is_particle(sentence: Sentence<'_>, at: usize) -> bool {
    PARTICLES.contains(&sentence.word(at))
}

/// A name has two words with a capital at least, or is an id in a link. Particles may join more to it than
/// the name: who knows all names tells.
fn as_name(sentence: Sentence<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let is_linked = sentence.tokens.get(range.clone())?.iter().all(|token| token.is_linked);
    let capitals = range.clone().filter(|at| is_capital(sentence, *at)).count();
    ((2..=5).contains(&capitals) || (is_linked && range.len() == 1)).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::super::reader::testing::claims;

    #[test]
    fn people_are_found_with_their_posts() {
        for (text, words) in [
            ("Jean Dupont, président de l'Afpc, a signé.", "Jean Dupont, président"),
            ("La présidente du pôle, Anne Martin, a signé.", "présidente du pôle, Anne Martin"),
            ("Le ministre Roland Lescure a signé.", "ministre Roland Lescure"),
            ("Jean de La Fontaine, président, a signé.", "Jean de La Fontaine, président"),
            ("Selon l'avis d'Anne-Marie d'Estienne, directrice.", "Anne-Marie d'Estienne, directrice"),
            ("Le président Jean du Puy de la Tour a signé.", "président Jean du Puy de la Tour"),
            ("Le maire Jean Dupont de la ville a signé.", "maire Jean Dupont"),
        ] {
            assert_eq!(claims(text), [words], "{text}");
        }
    }

    #[test]
    fn former_and_future_posts_are_left() {
        for text in [
            "Jean Dupont, ancien président de l'Afpc, a signé.",
            "Jean Dupont, président d'honneur de l'Afpc, a signé.",
            "Jean Dupont, alors président de l'Afpc, a signé.",
            "Jean Dupont, président de 2010 à 2014, a signé.",
            "Le président de l'Afpc a signé.",
        ] {
            assert_eq!(claims(text), [""; 0], "{text}");
        }
    }
}
